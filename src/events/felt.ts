import { z } from "zod";
import { EVENT_IDS } from "../wire/limits.ts";
import { seq } from "../wire/values.ts";
import { kind, noPlain, toNobody, unchanged } from "./kind.ts";

/** How many have felt each of these messages by now. One a second and node, and more where it takes more. */
export const felt = kind(
  "felt",
  { counts: z.array(z.tuple([seq, z.int().positive()])).max(EVENT_IDS) },
  {
    means: "How many have felt these messages by now",
    audience: "everyone",
    write: ({ counts }) => ({ id: null, data: JSON.stringify(counts) }),
    read: ({ data }) => ({ counts: JSON.parse(data ?? "[]") }),
    state: unchanged,
    replay: (memory, { counts }) => {
      for (const [id, count] of counts) memory.count(id, count);
    },
    plain: noPlain,
    tells: toNobody,
    withdraws: false,
    ends: null,
  },
);
