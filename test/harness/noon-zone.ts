import { systemClock } from "../../src/process/clock.ts";
import type { Clock } from "../../src/room/ports.ts";

/** Eight hours apart, or nearly: in one of them it is day at any time. */
const ZONES = ["Europe/Berlin", "America/New_York", "Asia/Tokyo"] as const;
const DAY = { from: 5, to: 17 };

function hourIn(timeZone: string): number {
  const form = new Intl.DateTimeFormat("en", { timeZone, hour: "2-digit", hourCycle: "h23" });
  return Number(form.format());
}

/** It is day there now: a room with the machine's clock has no midnight in it until one is asked for. */
export const NOON_ZONE =
  ZONES.find((zone) => hourIn(zone) >= DAY.from && hourIn(zone) < DAY.to) ?? "Asia/Tokyo";
/** As people say it. */
export const NOON_CITY = NOON_ZONE.replace(/^.*\//, "").replace("_", " ");

/** The machine's clock, set to about noon in that zone. */
export function noonIn(zone: string): Clock {
  const shift = (12 - hourIn(zone)) * 3_600_000;
  return { now: () => systemClock.now() + shift, after: (ms, run) => systemClock.after(ms, run) };
}
