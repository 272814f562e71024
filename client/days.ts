const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** HH:MM:SS until then; never below zero. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND_MS));
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** How long the day that ends at `midnight` is in its zone: 23 and 25 hours happen. */
export function dayLength(midnight: number, zone: string): number {
  return DAY_MS + offset(midnight - DAY_MS, zone) - offset(midnight, zone);
}

/** The midnight after the one given. */
export function midnightAfter(midnight: number, zone: string): number {
  return midnight + DAY_MS + offset(midnight, zone) - offset(midnight + DAY_MS, zone);
}

/** The first midnight of a zone after an instant. */
export function nextMidnight(instant: number, zone: string): number {
  const local = instant + offset(instant, zone);
  const midnight = (Math.floor(local / DAY_MS) + 1) * DAY_MS;
  return midnight - offset(midnight - offset(instant, zone), zone);
}

/** The date after the one given, as in 2026-11-23. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}

function offset(instant: number, zone: string): number {
  const format = zoneFormat(zone);
  const name = format?.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? "") ?? [];
  const size = Number(hours ?? 0) * HOUR_MS + Number(minutes ?? 0) * 60_000;
  return sign === "-" ? -size : size;
}

/** Undefined for a zone this browser has not heard of: its days then count 24 hours. */
function zoneFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  } catch {
    return undefined;
  }
}
