import { roomNow } from "../../shared/clock.ts";
import { words } from "../../words/words.ts";
import type { Room } from "./room.ts";

const MINUTE_MS = 60_000;
const NOTICES = [10, 1];
/** So long a room that is there may take to say that it is midnight. */
const GRACE_MS = 5_000;

/** The end of the day: said in the room ten minutes and one before, and kept to even where nobody is there to say so. */
export function followMidnight(room: Room): void {
  let before = roomNow.peek();
  /** The day whose end was ahead when this page learned of it; for a clock that is far wrong, none. */
  let awaited = "";
  room.day.today.subscribe((today) => {
    if (today && today.wipesAt > roomNow.peek()) awaited = today.day;
  });
  roomNow.subscribe((time) => {
    const today = room.day.today.peek();
    if (today) {
      const left = today.wipesAt - time;
      const isDue = NOTICES.some(
        (minutes) => left <= minutes * MINUTE_MS && today.wipesAt - before > minutes * MINUTE_MS,
      );
      // A machine that slept through the moment is told what is left now.
      if (isDue && left > 0) room.note(words.log.minutesLeft(Math.ceil(left / MINUTE_MS)));
      const isHeard = room.link.state.peek().is === "open";
      if (left <= (isHeard ? -GRACE_MS : 0) && today.day === awaited) {
        awaited = "";
        room.turnAlone();
      }
    }
    before = time;
  });
}
