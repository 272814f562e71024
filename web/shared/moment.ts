import { locale } from "../words/words.ts";
import { roomNow } from "./clock.ts";

const hour = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const DAY_MS = 86_400_000;

/** When something ends, as the reader's own clock and language have it; with the date where it is a day or more away. */
export function moment(at: string): string {
  const end = Date.parse(at);
  return (end - roomNow.peek() < DAY_MS ? hour : date).format(end);
}
