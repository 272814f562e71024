/** The figures of each scenario, as a Markdown table that lines up in a terminal. */
import { aligned } from "../torture/table.ts";
import type { Result } from "./figures.ts";

export interface Row {
  store: string;
  scenario: string;
  result: Result;
  /** Of the same people without a raid, where that was played too. */
  calm: Result | null;
}

const HEAD = [
  "store",
  "scenario",
  "raid stored",
  "honest stored",
  "raid read %",
  "worst of 20",
  "calm after s",
  "heard refused %",
  "new refused %",
  "heard p50 / p99 ms",
  "added ms",
  "new p50 / p99 ms",
  "new spoke %",
  "CPU s",
  "staff and hidden",
  "refused and closed",
];

export function table(rows: readonly Row[]): string {
  return aligned(HEAD, rows.map(cells));
}

function cells({ store, scenario, result, calm }: Row): string[] {
  const { figures, refusals, acts } = result;
  const added = calm && [
    figures.heardP50 - calm.figures.heardP50,
    figures.heardP99 - calm.figures.heardP99,
  ];
  return [
    store,
    scenario,
    shown(figures.storedRaid),
    shown(figures.storedHonest),
    shown(figures.raidShare, 1),
    shown(figures.worstScreen),
    figures.calmAfter === Number.POSITIVE_INFINITY ? "never" : shown(figures.calmAfter, 1),
    shown(figures.refusedHeard, 1),
    shown(figures.refusedNew, 1),
    pair(figures.heardP50, figures.heardP99),
    added ? pair(...added) : "–",
    pair(figures.newP50, figures.newP99),
    shown(figures.spoke, 1),
    shown(figures.cpuSeconds, 1),
    listed(acts),
    listed(refusals),
  ];
}

function listed(counts: ReadonlyMap<string, number>): string {
  return (
    [...counts].map(([what, count]) => `${what} ${Number(count.toFixed(1))}`).join(", ") || "–"
  );
}

function pair(p50 = Number.NaN, p99 = Number.NaN): string {
  return Number.isFinite(p50) ? `${shown(p50)} / ${shown(p99)}` : "–";
}

function shown(value: number, digits = 0): string {
  return Number.isFinite(value) ? value.toFixed(digits) : "–";
}
