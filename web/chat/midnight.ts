import { now } from "../shared/clock.ts";
import { words } from "../words/words.ts";
import type { Room } from "./room.ts";

const MINUTE_MS = 60_000;
const NOTICES = [10, 1];

/** Says in the room when ten minutes and when one are left of the day. */
export function announceMidnight(room: Room): void {
  let before = now.peek();
  now.subscribe((time) => {
    const midnight = room.day.today.peek()?.wipesAt;
    if (midnight !== undefined) {
      for (const minutes of NOTICES) {
        const moment = midnight - minutes * MINUTE_MS;
        if (before < moment && moment <= time && time < midnight) {
          room.note(words.log.minutesLeft(minutes));
        }
      }
    }
    before = time;
  });
}
