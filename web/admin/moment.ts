import { locale } from "../words/words.ts";

const format = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });

/** A day and a time of it, where the reader is. */
export function moment(iso: string): string {
  return format.format(Date.parse(iso));
}
