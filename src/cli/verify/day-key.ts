import type { KeyObject } from "node:crypto";
import type { RoomRow } from "../../store/database/room-row.ts";
import { DayKey, UnusableKey } from "../../store/erasure/day-key.ts";
import type { DatabaseAddress } from "../../store/ports.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";

const WHAT = "key of the day";

/** `key`: opens what was said today; null where it is not here. */
export interface CheckedKey {
  finding: Finding;
  key: KeyObject | null;
}

/** Whether the file holds the key that the room's row names. It is read, and never written. */
export function checkDayKey({ dialect, dayKey: file }: DatabaseAddress, row: RoomRow): CheckedKey {
  const without = (finding: Finding) => ({ finding, key: null });
  const { day, key_check: check } = row;
  if (file === null) {
    if (check === "") return without(ok(WHAT, "texts are stored in the clear"));
    return without(fail(WHAT, "DAY_KEY_FILE is none, and what was said today is sealed."));
  }
  if (check === "") return without(ok(WHAT, `none has begun for ${day}`));
  try {
    const held = new DayKey(file, dialect === "sqlite" ? "fresh" : "chained");
    if (held.check(day) === check) {
      return { finding: ok(WHAT, `${file} has that of ${day}`), key: held.of(day) };
    }
    const other = held.held === null ? "is not there" : `is of ${held.held.day}, or another room's`;
    held.close();
    return without(missing(dialect, `${file} ${other}`));
  } catch (error) {
    if (error instanceof UnusableKey) return without(fail(WHAT, error.message));
    throw error;
  }
}

/** On PostgreSQL another node may have it. */
function missing(dialect: DatabaseAddress["dialect"], why: string): Finding {
  if (dialect === "sqlite") {
    return fail(
      WHAT,
      `${why}. Put the file back before the next start, which gives up what was said today.`,
    );
  }
  return warn(
    WHAT,
    `${why}, so texts are not opened. A node that runs gives it to one that starts.`,
  );
}
