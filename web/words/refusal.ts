import type { RefusalCode } from "../../src/wire/frames.ts";
import { words } from "./words.ts";

/** Why the server said no, in the reader's language; in the server's own words where it has a reason unknown here. */
export function refusal(code: string, detail: string, retryAfter: number | undefined): string {
  if (!isKnown(code)) return detail;
  const why = words.refused[code];
  // A mute may last for hours: what the room says of it has its end.
  return retryAfter === undefined || code === "muted"
    ? why
    : `${why} ${words.problem.retry(Math.ceil(retryAfter))}`;
}

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(words.refused, code);
}
