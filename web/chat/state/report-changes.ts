import { signal } from "@preact/signals";
import type { ServerEvent } from "../../../src/wire/frames.ts";

/** What may open or close reports: one more, and messages that go or come back. */
const KINDS: ReadonlySet<ServerEvent["type"]> = new Set([
  "welcome",
  "reports",
  "deleted",
  "removed",
  "restored",
  "cleared",
]);

/** Counts how often the open reports may have changed. */
export class ReportChanges {
  readonly count = signal(0);

  /** Passes the events on, and looks at them. */
  watching(take: (events: ServerEvent[]) => void): (events: ServerEvent[]) => void {
    return (events) => {
      if (events.some(({ type }) => KINDS.has(type))) this.count.value++;
      take(events);
    };
  }
}
