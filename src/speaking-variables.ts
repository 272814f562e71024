import { type SpeakingLimits, speakingLimits } from "./room/speaking-limits.ts";

/** A variable as `parse` reads it, or the fallback where it is unset or wrong. */
export type Read = <Value>(name: string, fallback: Value, parse: (text: string) => Value) => Value;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The limits as the variables set them. The defaults follow from the messages a minute. */
export function readSpeakingLimits(read: Read, perMinute: number): SpeakingLimits {
  const usual = speakingLimits(perMinute);
  const time = (name: string, usually: number, unit: number) =>
    read(name, usually, (text) => amount(text) * unit);
  return {
    perMinute,
    heardAfter: time("HEARD_AFTER_SECONDS", usual.heardAfter, SECOND),
    heardStood: time("HEARD_STOOD_SECONDS", usual.heardStood, SECOND),
    regularAfter: time("REGULAR_AFTER_MINUTES", usual.regularAfter, MINUTE),
    regularMessages: read("REGULAR_MESSAGES", usual.regularMessages, amount),
    regularAge: time("REGULAR_ACCOUNT_HOURS", usual.regularAge, HOUR),
    regularClean: time("REGULAR_CLEAN_DAYS", usual.regularClean, DAY),
    newcomersPerSecond: read("NEWCOMERS_PER_SECOND", usual.newcomersPerSecond, rate),
    newcomersShare: read("NEWCOMERS_PERCENT", usual.newcomersShare, (text) => amount(text) / 100),
    newcomersPerRange: read("NEWCOMERS_PER_RANGE", usual.newcomersPerRange, amount),
    newcomersWait: time("NEWCOMERS_WAIT_SECONDS", usual.newcomersWait, SECOND),
  };
}

function amount(text: string): number {
  const number = Number(text);
  if (/^\d{1,9}$/.test(text)) return number;
  throw new Error("must be a whole number from 0 to 999999999");
}

function rate(text: string): number {
  const number = Number(text);
  if (/^\d{1,9}(\.\d{1,3})?$/.test(text) && number > 0) return number;
  throw new Error("must be a number over 0, such as 1 or 0.5");
}
