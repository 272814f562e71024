/** What one run found, where it ran, and both as Markdown. */

import { readFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import type { Row, Target } from "./scenarios/scenario.ts";

export interface Section {
  readonly name: string;
  readonly about: string;
  readonly rows: readonly Row[];
  readonly targets: readonly Target[];
}

export interface Report {
  readonly started: string;
  readonly machine: string;
  readonly commit: string;
  /** The machine's load average before the run: what else it was doing. */
  readonly loadBefore: number;
  /** Share of the processor time that the host gave to others meanwhile. */
  readonly stealPercent: number;
  readonly size: "full" | "partial";
  readonly quick: boolean;
  readonly sections: readonly Section[];
}

/** Below this share the server, or the generator, could not keep up: the row says so. */
const DELIVERED_ENOUGH = 99;

export function met({ at, figure, limit }: Target): boolean {
  return at === "most" ? figure <= limit : figure >= limit;
}

export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const runtimes = `Bun ${Bun.version}, Node ${output(["node", "--version"])}`;
  return `${processors.length} × ${processors[0]?.model.trim()}, ${memory} GiB, Linux ${release()}, ${runtimes}`;
}

export function commit(): string {
  const dirty = output(["git", "status", "--porcelain"]) === "" ? "" : ", with changes";
  return output(["git", "rev-parse", "--short", "HEAD"]) + dirty;
}

/** Ticks of all processors since the machine started: those stolen by its host, and all. */
export function processorTicks(): { stolen: number; all: number } {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  return { stolen: ticks[7] ?? 0, all: ticks.reduce((sum, count) => sum + count, 0) };
}

/** Markdown whose columns line up, so that it reads as well in a terminal. */
export function markdown({
  started,
  machine,
  commit,
  loadBefore,
  stealPercent,
  size,
  quick,
  sections,
}: Report): string {
  const targets = sections.flatMap((section) => section.targets);
  const parts = [
    `# Benchmark, ${size} run`,
    `${started}, commit ${commit}\n${machine}`,
    `Load before the run ${shown(loadBefore)}; the host took ${shown(stealPercent)} % of the processors away during it.`,
    ...(quick
      ? [
          "Quick: a quarter of the clients and a tenth of the time, once. Rough, and the targets are for the full size.",
        ]
      : []),
    "Medians of the repeats. CPU is the server's own user and system time. “Rage Room” commits every message to SQLite (synchronous=FULL) before anyone sees it; Socket.IO, ws and Bun publish store nothing.",
    "## Targets",
    table(
      ["target", "limit", "figure", ""],
      targets.map((target) => [
        target.what,
        `${target.at === "most" ? "≤" : "≥"} ${shown(target.limit)}`,
        shown(target.figure),
        met(target) ? "pass" : "MISS",
      ]),
    ),
    ...sections.flatMap(({ name, about, rows }) => [
      `## ${name}`,
      about,
      rowsTable(rows),
      ...warnings(rows),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function rowsTable(rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
  return table(
    ["", ...names],
    rows.map(({ subject, figures }) => [subject, ...names.map((name) => shown(figures[name]))]),
  );
}

function warnings(rows: readonly Row[]): string[] {
  return rows
    .filter(({ figures }) => (figures["delivered %"] ?? 100) < DELIVERED_ENOUGH)
    .map(
      ({ subject, figures }) =>
        `Warning: ${subject} delivered ${shown(figures["delivered %"])} % of what was offered in time; its latency is that of a queue that grows.`,
    );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, at) =>
    Math.max(3, ...[head, ...rows].map((row) => row[at]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

/** Three significant digits, whole from 1,000 on. */
export function shown(value: number | undefined): string {
  if (value === undefined) return "";
  if (!Number.isFinite(value)) return "none";
  return value >= 1_000
    ? Math.round(value).toLocaleString("en")
    : String(Number(value.toPrecision(3)));
}

function output(command: string[]): string {
  return Bun.spawnSync(command, { stderr: "ignore" }).stdout.toString().trim();
}
