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
  const answer = await call<History>("GET", `/api/messages?before=${seq}&limit=${PAGE}`);
  if (!answer.ok) return answer.problem.detail;
  const { messages } = answer.value;
  const earlier = messages.map((past) => {
    const message = { type: "message" as const, seq: past.id, ...past };
    return { message, about: knowing.about(message) };
  });
  return { earlier, hasMore: messages.length === PAGE, keepPlace };
}
