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
  plain: ({ user, text, timestamp, id, kind, re }) => {
    const said = { user, text, timestamp, id, kind };
    return re === undefined ? said : { ...said, re };
  },
  tells: toNobody,
  withdraws: false,
  ends: null,
} satisfies Kind<MessageEvent>;

type Stored = Omit<MessageEvent, "type" | "seq" | "felt" | "re"> & {
  felt: number;
  re: number | null;
};

/** Of a stored message: its event, with the reactions so far. */
export function messageEvent(stored: Stored): MessageEvent {
  const { id, user, text, timestamp, kind, re, felt } = stored;
  const said = { type: "message" as const, seq: id, id, user, text, timestamp, kind };
  return { ...said, ...(re !== null && { re }), ...(felt > 0 && { felt }) };
}

/** A message as nodes know it: that it is a newcomer's first of the day is not for everyone. */
export type FirstMessage = MessageEvent & { isFirst: true };

export function heardEvent(stored: Stored & { isFirst: boolean }): MessageEvent | FirstMessage {
  const said = messageEvent(stored);
  return stored.isFirst ? { ...said, isFirst: true } : said;
}

export const isFirst = (event: object): event is FirstMessage => "isFirst" in event;

/** The message as everyone may know it. */
export function saidEvent(event: MessageEvent | FirstMessage): MessageEvent {
  if (!isFirst(event)) return event;
  const { isFirst: _, ...said } = event;
  return said;
}
