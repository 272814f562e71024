import { z } from "zod";
import { MessageEvent } from "../wire/message.ts";
import { seq } from "../wire/values.ts";
import { kind, toNobody } from "./kind.ts";

/**
 * What a `deleted`, `removed` or `cleared` at `undone` took away stands again. `ids`: the newest of
 * it; `messages`: those of them that stand. The log stores no text twice: it looks them up.
 */
export const restored = kind(
  "restored",
  {
    undone: seq,
    of: z.enum(["deleted", "removed", "cleared"]),
    ids: z.array(seq),
    messages: z.array(MessageEvent),
  },
  {
    means: "What was taken away stands again",
    audience: "everyone",
    write: ({ undone, of, ids }) => ({ id: undone, data: JSON.stringify({ of, ids }) }),
    read: ({ id, data }) => ({ undone: id, messages: [], ...JSON.parse(data ?? "{}") }),
    state: (state, { undone }) => (undone === state.cleared ? { ...state, cleared: 0 } : state),
    replay: (memory, { messages }) => memory.restore(messages),
    plain: ({ of }) => (of === "cleared" ? "An admin brought back what was cleared." : null),
    tells: toNobody,
    withdraws: false,
    ends: null,
  },
);
