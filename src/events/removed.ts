import { z } from "zod";
import { seq } from "../wire/values.ts";
import { kind, NOTHING } from "./kind.ts";

/** Many messages are gone at once, without a trace: their author took them back, or was banned. */
export const removed = kind(
  "removed",
  { ids: z.array(seq), by: z.enum(["author", "ban"]) },
  {
    ...NOTHING,
    audience: "everyone",
    write: ({ ids, by }) => ({ id: null, data: JSON.stringify({ ids, by }) }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    replay: (memory, { ids }) => {
      for (const id of ids) memory.remove(id);
    },
  },
);
