import type { MessageEvent as Message } from "../../../src/wire/frames.ts";
import type { History } from "../../../src/wire/http.ts";
import { call } from "../../shared/api.ts";
import { keepPlace } from "../log/keep-place.ts";
import type { About } from "./entries.ts";

/** Who knows what a message is to the reader. */
export interface Knowing {
  about(message: Message): About;
}

/** So many messages are asked for at a time. */
const PAGE = 100;

/** What was said before the message `seq`, and what keeps the reader's place; or in words why it does not come. */
export async function before(seq: number, knowing: Knowing) {
  const answer = await read(seq, PAGE);
  if (!answer.ok) return answer.problem.detail;
  const earlier = messagesOf(answer.value).map((message) => ({
    message,
    about: knowing.about(message),
  }));
  return { earlier, hasMore: earlier.length === PAGE, keepPlace };
}

/** Of the messages that are wanted, the last and as many as one call reads with it. */
export async function origins(wanted: ReadonlySet<number>) {
  const limit = wanted.size === 1 ? 1 : PAGE;
  const to = Math.max(...wanted);
  const answer = await read(to + 1, limit);
  if (!answer.ok) return undefined;
  const messages = messagesOf(answer.value);
  const from = (messages.length === limit && messages[0]?.id) || 0;
  return { messages, from, to, keepPlace };
}

const read = (before: number, limit: number) =>
  call<History>("GET", `/api/messages?before=${before}&limit=${limit}`);

function messagesOf({ messages }: History): Message[] {
  return messages.map((past) => ({ type: "message", seq: past.id, ...past }));
}
