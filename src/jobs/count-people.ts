import { every } from "../process/every.ts";
import type { DayFigures } from "../room/day-figures.ts";
import type { Clock } from "../room/ports.ts";

const MINUTE_MS = 60_000;
/** Before the minute is over, so that the number is still its own. */
const BEFORE_MS = 1_000;

/** Counts once a minute who is in the room. */
export function countPeople(figures: DayFigures, online: () => number, clock: Clock): () => void {
  const untilNext = () => {
    const left = MINUTE_MS - BEFORE_MS - (clock.now() % MINUTE_MS);
    return left > 0 ? left : left + MINUTE_MS;
  };
  return every(clock, untilNext, () => figures.present(online()));
}
