import { existsSync, readFileSync } from "node:fs";
import type { Config } from "../../config.ts";
import { systemClock } from "../../process/clock.ts";
import { dayAt, isoIn, nextMidnight } from "../../room/day.ts";
import { secretCheck } from "../../store/agreement.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";
import type { RoomSeen } from "./database.ts";

const MOST_OFF_MS = 60_000;

/** What a start compares with the room: the secret, the zone, and the clock by its day. */
export async function* checkAgreement(config: Config, room: RoomSeen): AsyncGenerator<Finding> {
  yield checkSecret(config, room);
  const zone = config.timezoneGiven || room.timezone === "" ? config.timezone : room.timezone;
  yield checkZone(zone, room);
  yield checkClock(zone, room);
}

/** The room's secret; null where none was made yet. Throws where its file may not be read. */
export function secretOf({ secret, database }: Config): string | null {
  if (secret !== null || database.dialect === "postgres") return secret;
  const file = `${database.file}.key`;
  return existsSync(file) ? readFileSync(file, "utf8").trim() : null;
}

function checkSecret(config: Config, { secret_check: check, nodes }: RoomSeen): Finding {
  let secret: string | null;
  try {
    secret = secretOf(config);
  } catch (error) {
    return fail("secret", `it cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  if (check === "") return ok("secret", "the first start keeps a check of it");
  if (secret !== null && secretCheck(secret) === check) return ok("secret", "it is the room's");
  const before = config.previousSecret;
  if (secret !== null && before !== null && secretCheck(before) === check) {
    return ok(
      "secret",
      "SECRET_KEY_PREVIOUS is the room's: a start changes it, and both hold for a day",
    );
  }
  if (secret !== null && nodes !== null && nodes > 0) {
    return fail("secret", "the nodes that run have another SECRET_KEY: give this one theirs.");
  }
  const which = secret === null ? "its file is gone, so a start makes another" : "it is another";
  return warn("secret", `${which} than the room's: after a start everyone signs in anew.`);
}

function checkZone(zone: string, { timezone, saidToday, nodes }: RoomSeen): Finding {
  if (timezone === "" || zone === timezone) {
    const midnight = isoIn(zone, nextMidnight(systemClock.now(), zone)).replace(/\.000/, "");
    return ok("zone", `${zone}; the next midnight is ${midnight}`);
  }
  if (saidToday || (nodes ?? 0) > 0) {
    return fail(
      "zone",
      `TIMEZONE=${zone} is not the room's, ${timezone}, so it does not start. Set that; to change it, stop every node and say rage-room forget-today, or wait until nothing was said.`,
    );
  }
  return warn("zone", `a start changes the room's midnight from ${timezone} to ${zone}.`);
}

function checkClock(zone: string, { day, time }: RoomSeen): Finding {
  const now = systemClock.now();
  if (day > dayAt(Math.max(now, time ?? now), zone)) {
    return fail(
      "clock",
      `the room is in ${day}, a day to come: a clock was ahead. With every node stopped, rage-room forget-today leads back.`,
    );
  }
  if (time === null) return ok("clock", `${isoIn(zone, now)}; nothing else here tells the time`);
  const off = Math.round((now - time) / 1000);
  if (Math.abs(now - time) <= MOST_OFF_MS) return ok("clock", `${off} s off the database's`);
  return warn("clock", `it is ${off} s off the database's, by which a node goes. Set it by NTP.`);
}
