/** Dates as the room names them (YYYY-MM-DD), in the reader's language. */
import { locale } from "../words/words.ts";

const DAY_MS = 86_400_000;
const format = new Intl.DateTimeFormat(locale, {
  weekday: "short",
  day: "numeric",
  month: "long",
  timeZone: "UTC",
});

export function formatDay(date: string): string {
  return format.format(Date.parse(date));
}

export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}
