/** What an evening came to, in figures. Pure. */
import { actsOf } from "./acts.ts";
import type { Outcome } from "./evening.ts";
import type { Side } from "./plan.ts";
import type { Shown } from "./reader.ts";
import type { Sent } from "./sent.ts";

/** NaN: there was nothing to count. */
export interface Figures {
  storedRaid: number;
  storedHonest: number;
  /** Percent of what the reader was shown from the first moment of the raid on. */
  raidShare: number;
  /** The most raid on any screen of twenty lines. */
  worstScreen: number;
  /** Seconds from the first raid message shown to ten seconds with little raid; Infinity: never. */
  calmAfter: number;
  /** Percent of what was answered. */
  refusedHeard: number;
  refusedNew: number;
  /** Milliseconds from saying to seeing one's own message. */
  heardP50: number;
  heardP99: number;
  newP50: number;
  newP99: number;
  /** Percent of the newcomers who tried. */
  spoke: number;
  cpuSeconds: number;
  /** Honest messages that were acknowledged and not shown to the reader exactly once. */
  notShownOnce: number;
}

export interface Result {
  figures: Figures;
  /** How often each side was refused or turned away, by side and code. */
  refusals: ReadonlyMap<string, number>;
  /** What staff did, and what was hidden, by name. */
  acts: ReadonlyMap<string, number>;
}

const SCREEN_LINES = 20;
const CALM_MS = 10_000;
/** Of a calm: the most raid in it. */
const CALM_SHARE = 0.05;
const SPEAKS_WITHIN_MS = 90_000;

export function resultOf(outcome: Outcome): Result {
  const { raidAt, endAt, newcomers, cpuSeconds } = outcome;
  const sent = outcome.sent.filter(({ atMs }) => atMs >= raidAt);
  const stored = sent.filter((one) => seqOf(one) !== null);
  const honestPlaces = new Set(
    outcome.sent.filter(({ side }) => side !== "raid").map((one) => seqOf(one)),
  );
  // A raider who was cut before the ack does not know the place: what no honest person said is raid.
  // Once the honest people are told to be quiet, what still waits goes by itself: that is no evening.
  const lines = outcome.shown
    .filter(({ atMs }) => atMs >= raidAt && atMs < endAt)
    .map(({ seq, atMs }) => ({ atMs, isRaid: !honestPlaces.has(seq) }));
  const heard = delays(sent, "heard");
  const fresh = delays(sent, "new");
  return {
    figures: {
      storedRaid: stored.filter(({ side }) => side === "raid").length,
      storedHonest: stored.filter(({ side }) => side !== "raid").length,
      raidShare: percent(lines.filter(({ isRaid }) => isRaid).length, lines.length),
      worstScreen: worstScreen(lines),
      calmAfter: calmAfter(lines, endAt),
      refusedHeard: refusedOf(sent, "heard"),
      refusedNew: refusedOf(sent, "new"),
      heardP50: quantile(heard, 0.5),
      heardP99: quantile(heard, 0.99),
      newP50: quantile(fresh, 0.5),
      newP99: quantile(fresh, 0.99),
      spoke: spokeOf(newcomers),
      cpuSeconds,
      notShownOnce: notShownOnce(outcome.sent, outcome.shown),
    },
    refusals: refusalsOf(sent, outcome),
    acts: actsOf(outcome, calmAfterPress(lines, outcome)),
  };
}

interface Line {
  atMs: number;
  isRaid: boolean;
}

export function worstScreen(lines: readonly Line[]): number {
  let onScreen = 0;
  let worst = 0;
  for (const [at, { isRaid }] of lines.entries()) {
    onScreen += isRaid ? 1 : 0;
    if (lines[at - SCREEN_LINES]?.isRaid) onScreen--;
    worst = Math.max(worst, onScreen);
  }
  return worst;
}

/** The ten seconds begin with the first raid message, or right after any. */
export function calmAfter(lines: readonly Line[], endAt: number): number {
  const first = lines.find(({ isRaid }) => isRaid);
  if (!first) return Number.NaN;
  let next = 0;
  let raid = 0;
  for (const [at, { atMs, isRaid }] of lines.entries()) {
    raid -= isRaid ? 1 : 0;
    if (atMs + CALM_MS > endAt) break;
    for (let line = lines[next]; line && line.atMs <= atMs + CALM_MS; line = lines[++next]) {
      raid += line.isRaid ? 1 : 0;
    }
    const count = next - at - 1;
    if (isRaid && raid <= CALM_SHARE * count) return (atMs - first.atMs) / 1_000;
  }
  return Number.POSITIVE_INFINITY;
}

/** From the first button that staff pressed. */
function calmAfterPress(lines: readonly Line[], { presses: [press], endAt }: Outcome): number {
  if (press === undefined) return Number.NaN;
  const later = lines.filter(({ atMs }) => atMs > press);
  return calmAfter([{ atMs: press, isRaid: true }, ...later], endAt);
}

function delays(sent: readonly Sent[], of: Side): number[] {
  return sent.flatMap(({ side, atMs, seenMs }) =>
    side === of && seenMs !== null ? [seenMs - atMs] : [],
  );
}

function refusedOf(sent: readonly Sent[], of: Side): number {
  const answered = sent.filter(({ side, answer }) => side === of && answer !== null);
  return percent(answered.filter((one) => seqOf(one) === null).length, answered.length);
}

function spokeOf(newcomers: Outcome["newcomers"]): number {
  const tried = newcomers.filter(({ tried }) => tried);
  const spoke = tried.filter(
    ({ arrivedAt, firstStoredAt }) =>
      firstStoredAt !== null && firstStoredAt - arrivedAt <= SPEAKS_WITHIN_MS,
  );
  return percent(spoke.length, tried.length);
}

function notShownOnce(sent: readonly Sent[], shown: readonly Shown[]): number {
  const times = new Map<number, number>();
  for (const { seq } of shown) times.set(seq, (times.get(seq) ?? 0) + 1);
  return sent.filter((one) => {
    const seq = seqOf(one);
    return one.side !== "raid" && seq !== null && times.get(seq) !== 1;
  }).length;
}

function refusalsOf(sent: readonly Sent[], { turned, raidAt }: Outcome): Map<string, number> {
  const found = new Map<string, number>();
  const count = (side: Side, what: string) => {
    const key = `${side} ${what}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  };
  for (const { side, answer } of sent) {
    if (answer === null) count(side, "unanswered");
    else if ("refused" in answer) count(side, answer.refused);
  }
  for (const { side, as, atMs } of turned) if (atMs >= raidAt) count(side, as);
  return found;
}

function seqOf({ answer }: Sent): number | null {
  return answer && "seq" in answer ? answer.seq : null;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? Number.NaN : (part / whole) * 100;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Of each figure over several seeds; of those that had nothing to count, as if they were not. */
export function medians(results: readonly Result[]): Result {
  const [first] = results;
  if (!first) throw new RangeError("There is nothing to take the median of.");
  const over = (read: (figures: Figures) => number) => {
    const values = results.map(({ figures }) => read(figures)).filter((one) => !Number.isNaN(one));
    return quantile(values, 0.5);
  };
  return {
    figures: {
      storedRaid: over(({ storedRaid }) => storedRaid),
      storedHonest: over(({ storedHonest }) => storedHonest),
      raidShare: over(({ raidShare }) => raidShare),
      worstScreen: over(({ worstScreen }) => worstScreen),
      calmAfter: over(({ calmAfter }) => calmAfter),
      refusedHeard: over(({ refusedHeard }) => refusedHeard),
      refusedNew: over(({ refusedNew }) => refusedNew),
      heardP50: over(({ heardP50 }) => heardP50),
      heardP99: over(({ heardP99 }) => heardP99),
      newP50: over(({ newP50 }) => newP50),
      newP99: over(({ newP99 }) => newP99),
      spoke: over(({ spoke }) => spoke),
      cpuSeconds: over(({ cpuSeconds }) => cpuSeconds),
      // Never to be hidden by a median.
      notShownOnce: Math.max(...results.map(({ figures }) => figures.notShownOnce)),
    },
    refusals: mediansOf(results.map(({ refusals }) => refusals)),
    acts: mediansOf(results.map(({ acts }) => acts)),
  };
}

function mediansOf(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const names = new Set(all.flatMap((one) => [...one.keys()]));
  return new Map(
    [...names].map((name) => [
      name,
      quantile(
        all.map((one) => one.get(name) ?? 0),
        0.5,
      ),
    ]),
  );
}
