/** People who were heard, and report what others say for no reason. */
import type { Time } from "./moderator.ts";
import type { Person } from "./plan.ts";

interface Reporting {
  person: Person;
  /** The last message of theirs that is stored; undefined before the first. */
  lastSeq: number | undefined;
  report(id: number): void;
}

/** No sooner, or they would be refused for the number of their reports. */
const EVERY_MS = 3_000;
/** They agree on so many regulars. */
const VICTIMS = 3;

/** All report the last message of one victim, and then of the next; each message once. */
export async function reportHonest(
  speakers: readonly Reporting[],
  fromMs: number,
  untilMs: number,
  time: Time,
): Promise<void> {
  const reporters = speakers.filter(({ person }) => person.reports);
  if (reporters.length === 0) return;
  const victims = speakers.filter(({ person }) => person.side === "heard").slice(0, VICTIMS);
  const done = new Set<number>();
  await time.sleep(Math.max(0, fromMs - time.now()));
  while (time.now() < untilMs) {
    const next = victims.flatMap(({ lastSeq }) =>
      lastSeq === undefined || done.has(lastSeq) ? [] : [lastSeq],
    )[0];
    if (next !== undefined) {
      done.add(next);
      for (const reporter of reporters) reporter.report(next);
    }
    await time.sleep(EVERY_MS);
  }
}
