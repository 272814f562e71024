import { z } from "zod";
import { seq } from "../wire/values.ts";
import { kind, NOTHING } from "./kind.ts";

/** How many have felt each of these messages by now. At most one a second and node. */
export const felt = kind(
  "felt",
  { counts: z.array(z.tuple([seq, z.int().positive()])) },
  {
    ...NOTHING,
    audience: "everyone",
    write: ({ counts }) => ({ id: null, data: JSON.stringify(counts) }),
    read: ({ data }) => ({ counts: JSON.parse(data ?? "[]") }),
    replay: (memory, { counts }) => {
      for (const [id, count] of counts) memory.count(id, count);
    },
  },
);
