import { ProofRequired } from "../room/newcomer-proof.ts";
import type { Refusal } from "../room/refusal.ts";
import type { ServerEvent } from "../wire/frames.ts";

/** What a client of v1 is told of a refusal; `ref` where the refused frame had one. */
export function refusedEvent(refusal: Refusal, ref: string | undefined): ServerEvent {
  const { code, message, retryAfter } = refusal;
  return {
    type: "refused",
    ...(ref === undefined ? {} : { ref }),
    code,
    detail: message,
    ...(refusal instanceof ProofRequired ? { challenge: refusal.challenge } : {}),
    ...(retryAfter === undefined ? {} : { retry_after: Math.ceil(retryAfter) }),
  };
}
