import { z } from "zod";
import { EVENT_IDS } from "../wire/limits.ts";
import { seq } from "../wire/values.ts";
import { kind, noPlain, toNobody, unchanged } from "./kind.ts";

/**
 * Messages are gone at once, without a trace: their author took them back or was banned, or staff
 * removed them. Or they are hidden until staff decide.
 */
export const removed = kind(
  "removed",
  { ids: z.array(seq).max(EVENT_IDS), by: z.enum(["author", "ban", "staff", "hidden"]) },
  {
    means: "Many messages are gone at once",
    audience: "everyone",
    write: ({ ids, by }) => ({ id: null, data: JSON.stringify({ ids, by }) }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    state: unchanged,
    replay: (memory, { ids }) => {
      for (const id of ids) memory.remove(id);
    },
    plain: noPlain,
    tells: toNobody,
    withdraws: true,
    ends: null,
  },
);
