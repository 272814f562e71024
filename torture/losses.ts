/** What a fail-over has lost, and who was told so. Pure. */
import type { Excuses, Violation } from "./check.ts";
import type { Run, Stored, Witness } from "./record.ts";

/** Of an earlier epoch anything may be missing to those who were told that their log is another. */
export function lossesSaid(stored: Stored): Excuses {
  return (witness, epoch) => epoch !== stored.epoch && wasTold(witness, epoch);
}

function wasTold({ runs }: Witness, epoch: string | undefined): boolean {
  const last = runs.findLastIndex((run) => run.epoch === epoch);
  const next = last < 0 ? undefined : runs[last + 1];
  return next !== undefined && !next.recovered;
}

/** How many messages were acknowledged and are not in the log in the end. */
export function lostOf(witnesses: readonly Witness[], { messages }: Stored): number {
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  return witnesses.reduce(
    (sum, { acked, sent }) =>
      sum + [...acked].filter(([ref, seq]) => texts.get(seq) !== sent.get(ref)).length,
    0,
  );
}

/** How many messages were said in one log, and have their last acknowledgement in another. */
export function saidAgainOf(witnesses: readonly Witness[]): number {
  return witnesses.reduce((sum, { runs, ackedIn, sentAt }) => {
    const begun = new Map(runs.toReversed().map(({ epoch, end }) => [epoch, end]));
    begun.delete(runs[0]?.epoch);
    const isOlder = ([ref, epoch]: [string, string]) =>
      (sentAt.get(ref) ?? Infinity) < (begun.get(epoch) ?? -Infinity);
    return sum + [...ackedIn].filter(isOlder).length;
  }, 0);
}

/**
 * Nobody comes back to a log that they have left, and whoever holds a log that others have left already is told by the
 * second welcome: one node may learn of it a moment after the other.
 */
export function toldLate(witnesses: readonly Witness[]): Violation[] {
  const left = leftAt(witnesses);
  return witnesses.flatMap(({ name, runs }) =>
    [...Map.groupBy(runs, ({ epoch }) => epoch)].flatMap(([epoch, inOne]) => {
      const until = left.get(epoch) ?? Infinity;
      const late = inOne.filter(({ end }) => end > until).length;
      const isBroken = inOne.some(
        (run, at) => at > 0 && runs[runs.indexOf(run) - 1]?.epoch !== epoch,
      );
      const what = isBroken
        ? `${name} came back to ${epoch}, which it had left`
        : `${name} was welcomed to ${epoch} ${late} times after others had left it`;
      return isBroken || late > 1 ? [{ kind: "other" as const, what }] : [];
    }),
  );
}

/** When somebody was first welcomed to the log after each. */
function leftAt(witnesses: readonly Witness[]): ReadonlyMap<Run["epoch"], number> {
  const begun = new Map<Run["epoch"], number>();
  for (const { epoch, end } of witnesses.flatMap(({ runs }) => runs)) {
    begun.set(epoch, Math.min(begun.get(epoch) ?? Infinity, end));
  }
  const inOrder = [...begun].sort(([, one], [, other]) => one - other);
  return new Map(inOrder.map(([epoch], at) => [epoch, inOrder[at + 1]?.[1] ?? Infinity]));
}
