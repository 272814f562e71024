/** A clock that stands still until it is told: a day passes in a test at once. */
import type { Clock } from "../../src/room/ports.ts";

export interface VirtualClock extends Clock {
  /** Runs what falls due on the way, in order of time, each at its own moment. */
  advance(ms: number): Promise<void>;
  advanceTo(epochMs: number): Promise<void>;
  /** As on a machine that slept until then: what fell due meanwhile runs late, with the next step. */
  sleepTo(epochMs: number): void;
}

interface Timer {
  due: number;
  run: () => void;
}

/**
 * After each timer, promises settle before the next one runs; a reply from a real database or
 * socket may take longer, so await what it brings, or say when it has come as `settled`. A timer's
 * error comes out of `advance`.
 */
export function virtualClock(startIso: string, settled = nextTurn): VirtualClock {
  let now = Date.parse(startIso);
  if (Number.isNaN(now)) throw new RangeError(`Not a time: ${startIso}`);
  const timers = new Set<Timer>();

  const advanceTo = async (target: number) => {
    if (target < now) throw new RangeError("Time does not run backwards.");
    await settled();
    for (let timer = earliest(timers); timer && timer.due <= target; timer = earliest(timers)) {
      timers.delete(timer);
      now = Math.max(now, timer.due);
      timer.run();
      await settled();
    }
    now = target;
  };

  return {
    now: () => now,
    after: (ms, run) => {
      const timer = { due: now + Math.max(0, ms), run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance: (ms) => advanceTo(now + ms),
    advanceTo,
    sleepTo(target) {
      if (target < now) throw new RangeError("Time does not run backwards.");
      now = target;
    },
  };
}

/** Of those due at one moment, the one set first: a Set keeps its order. */
function earliest(timers: Iterable<Timer>): Timer | undefined {
  let first: Timer | undefined;
  for (const timer of timers) if (!first || timer.due < first.due) first = timer;
  return first;
}

/** Every chain of resolved promises runs out before the event loop's next turn. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
