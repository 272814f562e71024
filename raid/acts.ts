/** What staff did in an evening, and what was put out of sight of what honest people said. Pure. */
import type { Outcome } from "./evening.ts";

/** `calmAfterPress`: seconds; not a number where nobody pressed anything. */
export function actsOf(outcome: Outcome, calmAfterPress: number): Map<string, number> {
  const acts = new Map<string, number>();
  if (outcome.raidersCpuSeconds > 0) acts.set("CPU s of the raiders", outcome.raidersCpuSeconds);
  if (outcome.shields > 0) acts.set("shields", outcome.shields);
  if (outcome.presses.length > 0) {
    acts.set("presses", outcome.presses.length);
    acts.set("calm after the first s", calmAfterPress);
  }
  const hides = hidesOf(outcome);
  if (hides.length === 0) return acts;
  const [decided = Number.POSITIVE_INFINITY] = hides
    .flatMap(({ untilMs }) => (untilMs === null ? [] : [untilMs]))
    .toSorted((a, b) => a - b);
  const ofOne = Map.groupBy(hides, ({ person }) => person);
  const seconds = hides.map(({ atMs, untilMs }) => ((untilMs ?? outcome.endAt) - atMs) / 1_000);
  acts.set("honest hidden", hides.length);
  acts.set("most of one", Math.max(...[...ofOne.values()].map(({ length }) => length)));
  acts.set("longest s", Math.max(...seconds));
  acts.set("restored", hides.filter(({ untilMs }) => untilMs !== null).length);
  acts.set("hidden after staff came", hides.filter(({ atMs }) => atMs > decided).length);
  acts.set("reported after staff decided", outcome.reportedSince);
  return acts;
}

interface Hide {
  person: string;
  atMs: number;
  /** Null where it never came back. */
  untilMs: number | null;
}

function hidesOf({ sent, hidden }: Outcome): Hide[] {
  const authors = new Map(
    sent.flatMap(({ side, person, answer }) =>
      side !== "raid" && answer && "seq" in answer ? [[answer.seq, person] as const] : [],
    ),
  );
  const backAt = (id: number, from: number) =>
    hidden.find(({ ids, isBack, atMs }) => isBack && atMs > from && ids.includes(id))?.atMs ?? null;
  return hidden.flatMap(({ ids, isBack, atMs }) =>
    isBack
      ? []
      : ids.flatMap((id) => {
          const person = authors.get(id);
          return person === undefined ? [] : [{ person, atMs, untilMs: backAt(id, atMs) }];
        }),
  );
}
