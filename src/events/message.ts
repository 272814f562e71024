import { MessageEvent } from "../wire/message.ts";
import { type Kind, toNobody, unchanged } from "./kind.ts";

/** Stored in the table `messages`, sealed; never in `events`. */
export const message = {
  schema: MessageEvent,
  means: "Somebody said something",
  audience: "everyone",
  write: () => {
    throw new Error("A message is not stored among the events.");
  },
  read: () => ({}),
  state: unchanged,
  replay: (memory, event) => memory.add(event),
  plain: ({ user, text, timestamp, id, kind }) => ({ user, text, timestamp, id, kind }),
  tells: toNobody,
  withdraws: false,
  ends: null,
} satisfies Kind<MessageEvent>;

/** Of a stored message: its event, with the reactions so far. */
export function messageEvent(
  stored: Omit<MessageEvent, "type" | "seq" | "felt"> & { felt: number },
) {
  const { id, user, text, timestamp, kind, felt } = stored;
  const said = { type: "message" as const, seq: id, id, user, text, timestamp, kind };
  return felt > 0 ? { ...said, felt } : said;
}
