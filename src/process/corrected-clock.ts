import type { Clock } from "../room/ports.ts";

/** A machine's clock, moved by what it is off. Waits are as long as on the machine's own. */
export class CorrectedClock implements Clock {
  readonly machine: Clock;
  /** Milliseconds that the machine's clock is behind; 0 where it is taken as it is. */
  behind = 0;

  constructor(machine: Clock) {
    this.machine = machine;
  }

  now(): number {
    return this.machine.now() + this.behind;
  }

  after(ms: number, run: () => void): () => void {
    return this.machine.after(ms, run);
  }
}
