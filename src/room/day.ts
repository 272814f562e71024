/** Days and midnights of one time zone. Pure: the instant is always given. */

/** The zone's date at an instant (milliseconds since the epoch), as YYYY-MM-DD. */
export function dayAt(instant: number, zone: string): string {
  return inZone(instant, zone).toPlainDate().toString();
}

/** The first instant after `day` in the zone, in milliseconds since the epoch: days may have 23 or 25 hours. */
export function endOf(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
}

/** The next midnight after an instant. */
export function nextMidnight(instant: number, zone: string): number {
  return endOf(dayAt(instant, zone), zone);
}

/** ISO 8601 with the zone's offset. */
export function isoIn(zone: string, instant: number): string {
  return inZone(instant, zone).toString({ timeZoneName: "never", smallestUnit: "millisecond" });
}

function inZone(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
