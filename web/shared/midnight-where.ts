import { midnightIn } from "../words/midnight.ts";
import { locale, words } from "../words/words.ts";

const hour = new Intl.DateTimeFormat(locale, { timeStyle: "short" });

/** The room's midnight by its city, and by the reader's own clock where that says something else then. */
export function midnightFor({ timezone, wipesAt }: { timezone: string; wipesAt: number }): string {
  const midnight = midnightIn(timezone, words);
  const then = new Date(wipesAt);
  const isTheirs = then.getHours() === 0 && then.getMinutes() === 0;
  return isTheirs ? midnight : words.head.yours(midnight, hour.format(then));
}
