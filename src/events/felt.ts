import { z } from "zod";
import { seq } from "../wire/values.ts";
import { kind, noPlain, unchanged } from "./kind.ts";

/** How many have felt each of these messages by now. At most one a second and node. */
export const felt = kind(
  "felt",
  { counts: z.array(z.tuple([seq, z.int().positive()])) },
  {
    audience: "everyone",
    write: ({ counts }) => ({ id: null, data: JSON.stringify(counts) }),
    read: ({ data }) => ({ counts: JSON.parse(data ?? "[]") }),
    state: unchanged,
    replay: (memory, { counts }) => {
      for (const [id, count] of counts) memory.count(id, count);
    },
    plain: noPlain,
    ends: null,
  },
);
