import type { Refusal } from "../room/refusal.ts";
import type { ServerEvent } from "../wire/frames.ts";

/** What a client of v1 is told of a refusal; `ref` where the refused frame had one. */
export function refusedEvent(
  { code, message, retryAfter }: Refusal,
  ref: string | undefined,
): ServerEvent {
  return {
    type: "refused",
    ...(ref === undefined ? {} : { ref }),
    code,
    detail: message,
    ...(retryAfter === undefined ? {} : { retry_after: retryAfter }),
  };
}
