import { computed, signal } from "@preact/signals";

const SECOND_MS = 1_000;
/** A tick this far off, on a page that is seen, means that the machine slept or its clock was set. */
const SLEPT_MS = 5_000;

/** The present as this machine has it, to the second: for what is measured on this machine. */
export const now = signal(Date.now());
/** How far the room's clock is ahead of this machine's. */
const ahead = signal(0);
/** The present as the room has it: a visitor's clock may be hours wrong. */
export const roomNow = computed(() => now.value + ahead.value);

/** The same, to the millisecond. */
export function roomTime(): number {
  return Date.now() + ahead.peek();
}

/** The room has just said what time it is. What a message takes on its way is no difference. */
export function learnRoomTime(time: string): void {
  const difference = Date.parse(time) - Date.now();
  if (Math.abs(difference - ahead.peek()) > SECOND_MS) ahead.value = difference;
}

/** Starts the seconds. `woke` is called when the machine wakes from sleep. */
export function startClock(woke: () => void): void {
  const tick = () => {
    const slept = !document.hidden && Math.abs(Date.now() - now.peek()) > SLEPT_MS;
    now.value = Date.now();
    if (slept) woke();
    setTimeout(tick, SECOND_MS - (Date.now() % SECOND_MS));
  };
  tick();
}
