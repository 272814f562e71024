import { MessageEvent } from "../wire/message.ts";
import { type Kind, unchanged } from "./kind.ts";

/** Stored in the table `messages`, sealed; never in `events`. */
export const message = {
  schema: MessageEvent,
  audience: "everyone",
  write: () => {
    throw new Error("A message is not stored among the events.");
  },
  read: () => ({}),
  state: unchanged,
  replay: (memory, event) => memory.add(event),
  plain: ({ user, text, timestamp, id, kind }) => ({ user, text, timestamp, id, kind }),
  ends: null,
} satisfies Kind<MessageEvent>;
