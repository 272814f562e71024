import { MessageEvent } from "../wire/message.ts";
import { type Kind, NOTHING } from "./kind.ts";

/** Stored in the table `messages`, sealed; never in `events`. */
export const message = {
  ...NOTHING,
  schema: MessageEvent,
  audience: "everyone",
  write: () => {
    throw new Error("A message is not stored among the events.");
  },
  read: () => ({}),
  replay: (memory, event) => memory.add(event),
  plain: ({ user, text, timestamp, id, kind }) => ({ user, text, timestamp, id, kind }),
} satisfies Kind<MessageEvent>;
