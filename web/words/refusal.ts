import type { RefusalCode } from "../../src/wire/frames.ts";
import { words } from "./words.ts";

/** Why the server said no, in the reader's language; in the server's own words where it has a reason unknown here. */
export function refusal(code: string, detail: string): string {
  return isKnown(code) ? words.refused[code] : detail;
}

function isKnown(code: string): code is RefusalCode {
  return Object.hasOwn(words.refused, code);
}
