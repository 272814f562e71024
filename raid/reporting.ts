/** People who were heard, and report what others say for no reason. */
import type { Speaker } from "./speaker.ts";

/** No sooner, or they would be refused for the number of their reports. */
const EVERY_MS = 3_000;
/** They agree on so many regulars. */
const VICTIMS = 3;

/** All report the last message of one victim, and then of the next; each message once. Times by `performance.now()`. */
export async function reportHonest(
  speakers: readonly Speaker[],
  fromMs: number,
  untilMs: number,
): Promise<void> {
  const reporters = speakers.filter(({ person }) => person.reports);
  if (reporters.length === 0) return;
  const victims = speakers.filter(({ person }) => person.side === "heard").slice(0, VICTIMS);
  const done = new Set<number>();
  await Bun.sleep(Math.max(0, fromMs - performance.now()));
  while (performance.now() < untilMs) {
    const next = victims.flatMap(({ lastSeq }) =>
      lastSeq === undefined || done.has(lastSeq) ? [] : [lastSeq],
    )[0];
    if (next !== undefined) {
      done.add(next);
      for (const reporter of reporters) reporter.report(next);
    }
    await Bun.sleep(EVERY_MS);
  }
}
