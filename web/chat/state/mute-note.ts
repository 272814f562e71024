import { roomNow } from "../../shared/clock.ts";
import { locale, words } from "../../words/words.ts";

const hour = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
const date = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
const DAY_MS = 86_400_000;

/** What somebody who is muted is told: until when, and why; or that the mute is over. */
export function muteNote(until: string | null, reason: string | undefined): string {
  if (until === null) return words.log.muted(undefined, reason);
  const end = Date.parse(until);
  const left = end - roomNow.peek();
  if (left <= 0) return words.log.unmuted;
  return words.log.muted((left < DAY_MS ? hour : date).format(end), reason);
}
