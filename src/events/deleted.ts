import { z } from "zod";
import { seq } from "../wire/values.ts";
import { kind, noPlain, toNobody, unchanged } from "./kind.ts";

/** One message is gone. `by` is absent where staff removed it, and a trace of it stays. */
export const deleted = kind(
  "deleted",
  { id: seq, by: z.enum(["author", "ban"]).optional() },
  {
    means: "A message is gone",
    audience: "everyone",
    write: ({ id, by }) => ({ id, data: by ?? null }),
    read: ({ id, data }) => ({ id, ...(data === null ? {} : { by: data }) }),
    state: unchanged,
    replay: (memory, { id }) => memory.remove(id),
    plain: noPlain,
    tells: toNobody,
    withdraws: true,
    ends: null,
  },
);
