/** What came of each ordeal, as a Markdown table that lines up in a terminal. */
import type { Violation } from "./check.ts";

export interface Row {
  store: string;
  fault: string;
  times: number;
  acked: number;
  /** Refused for a while, and said again. */
  refused: number;
  /** How often a client had to come back. */
  returns: number;
  violations: readonly Violation[];
  /** Milliseconds, one for each time. */
  waits: readonly number[];
  /** Why it was not run, or what else there is to know. */
  note?: string;
}

const HEAD = [
  "store",
  "fault",
  "times",
  "acked",
  "refused",
  "came back",
  "lost",
  "doubled",
  "out of order",
  "other",
  "healthy p50 ms",
  "max ms",
];

export function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ store, fault, times, acked, refused, returns, violations, waits, note }) => {
      if (times === 0)
        return [store, `${fault}: ${note ?? "not run"}`, "0", ...Array(HEAD.length - 3).fill("–")];
      const count = (kind: Violation["kind"]) =>
        `${violations.filter((violation) => violation.kind === kind).length}`;
      return [
        store,
        note === undefined ? fault : `${fault}: ${note}`,
        `${times}`,
        `${acked}`,
        `${refused}`,
        `${returns}`,
        count("lost"),
        count("doubled"),
        count("disorder"),
        count("other"),
        shown(median(waits)),
        shown(Math.max(...waits)),
      ];
    },
  );
  return aligned(HEAD, lines);
}

/** Markdown with columns that line up; the first two are words, the others figures. */
export function aligned(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...lines].map((cells) => cells[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => pad(cell, widths[at] ?? 0, at > 1)).join(" | ")} |`;
  const rule = widths.map((width, at) => "-".repeat(width + 1) + (at > 1 ? ":" : "-"));
  return [line(head), `|${rule.join("|")}|`, ...lines.map(line)].join("\n");
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function shown(ms: number): string {
  return Number.isFinite(ms) ? `${Math.round(ms)}` : "–";
}
