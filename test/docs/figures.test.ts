/** The figures in the docs: those of the kept run are equal to it, those of the code to the code. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { plot } from "../../bench/plot.ts";
import { markdown, met, type Report, shown } from "../../bench/report.ts";
import { ANY_REQUEST } from "../../src/http/limited.ts";
import { GROUPS, LONGEST_MS } from "../../src/live/frame-pacer.ts";
import {
  BACKPRESSURE_BYTES,
  EVENT_IDS,
  FRAME_BYTES,
  HELLO_WITHIN_MS,
  REF_CHARS,
  RESUME_EVENTS,
  TEXT_GRAPHEMES,
  TEXT_LINES,
} from "../../src/wire/limits.ts";
import { ROOT, readPages } from "./prose.ts";

const Figures = z.record(z.string(), z.number());
const Kept = z.object({
  started: z.string(),
  machine: z.string(),
  commit: z.string(),
  loadBefore: z.number(),
  stealPercent: z.number(),
  size: z.enum(["full", "partial"]),
  quick: z.boolean(),
  sections: z.array(
    z.object({
      name: z.string(),
      about: z.string(),
      rows: z.array(z.object({ subject: z.string(), figures: Figures, repeats: z.array(Figures) })),
      targets: z.array(
        z.object({
          what: z.string(),
          at: z.enum(["most", "least"]),
          limit: z.number(),
          figure: z.number(),
        }),
      ),
    }),
  ),
});
const keptAs = (extension: string) => Bun.file(join(ROOT, `bench/results/full.${extension}`));
const kept: Report = Kept.parse(await keptAs("json").json());
const pages = await readPages();

const DELIVERIES = "deliveries / CPU s";
const ACKED = "acked / s";

function figure(load: string, subject: string, name: string): number {
  const rows = kept.sections.find((section) => section.name === load)?.rows ?? [];
  const found = rows.find((row) => row.subject === subject)?.figures[name];
  if (found === undefined) throw new Error(`The kept run has no ${load}, ${subject}, ${name}.`);
  return found;
}

function target(what: string) {
  const found = kept.sections.flatMap(({ targets }) => targets).find((one) => one.what === what);
  if (!found) throw new Error(`The kept run has no target “${what}”.`);
  return found;
}

/** A row of the table of targets; `others` are the same of another way to speak. */
function row(
  name: string,
  what: string,
  others: readonly (readonly [string, string])[] = [],
  show = shown,
): string {
  const wanted = target(what);
  const seen = [
    show(wanted.figure),
    ...others.map(([word, other]) => `${word} ${show(target(other).figure)}`),
  ];
  return `| ${name} | ${shown(wanted.limit)} | ${seen.join(", ").replace(", and ", " and ")} | ${met(wanted) ? "met" : "missed"} |`;
}

const perMessage = (load: string, subject: string, name = DELIVERIES) =>
  1e6 / figure(load, subject, name);
const fixed =
  (digits: number) =>
  (value = Number.NaN) =>
    value.toFixed(digits);
const change = (load: string, sealed: string, clear: string, name: string) => {
  const [a, b] = [figure(load, sealed, name), figure(load, clear, name)];
  return `${shown(a)} | ${shown(b)} | −${Math.round((1 - a / b) * 100)} %`;
};
/** Frames a second of one core: a reader of a busy room is sent one every so often. */
const framesOf = (load: string, messagesASecond: number) => {
  const messages = (messagesASecond * LONGEST_MS) / 1_000;
  return Math.round(figure(load, "Rage Room", DELIVERIES) / messages / 1_000) * 1_000;
};
const floods = (kept.sections.find(({ name }) => name === "flood")?.rows ?? [])
  .filter(({ subject }) => subject.startsWith("Rage Room"))
  .flatMap(({ repeats }) => repeats.map((figures) => figures[DELIVERIES] ?? Number.NaN));
const WORDS = new Map([
  [4, "four"],
  [10, "ten"],
]);

const emoji = [...new Bun.Glob("web/emoji/*.json").scanSync(ROOT)].map(
  (file) => gzipSync(readFileSync(join(ROOT, file))).length / 1_000,
);

/** Each as a page says it, made of what it is about. */
const QUOTES: [page: string, says: string[]][] = [
  [
    "docs/performance.md",
    [
      row(
        "flood: deliveries a CPU second, times Socket.IO's",
        "flood, Rage Room: deliveries a CPU s, times Socket.IO's",
        [["deflated", "flood, Rage Room, deflated: deliveries a CPU s, times Socket.IO's"]],
        fixed(1),
      ),
      row("the same, times `ws`'s", "flood, Rage Room: deliveries a CPU s, times ws's", [
        ["deflated", "flood, Rage Room, deflated: deliveries a CPU s, times ws's"],
      ]),
      row("flood: p99, ms", "flood, Rage Room: p99, ms", [
        ["deflated", "flood, Rage Room, deflated: p99, ms"],
      ]),
      row("flood: clients that miss any", "flood, Rage Room: clients that miss any"),
      row(
        "flood: share of the processor beside bare sends",
        "flood: share of the CPU besides bare sends",
        [],
        fixed(3),
      ),
      row("10,000 at the end: deliveries a CPU second", "large flood: deliveries a CPU s"),
      row("10,000 who look as people do: deliveries a CPU second", "large mix: deliveries a CPU s"),
      row("the same: p99 at the end, ms", "large mix: p99 at the end, ms"),
      row("busy: p50, ms", "busy p50, ms"),
      row("busy: processor, times `ws`'s", "busy: CPU s, times ws's"),
      row("quiet: p50, ms", "quiet p50, ms"),
      row("quiet: p99, ms", "quiet p99, ms"),
      row("KiB an idle client", "full house: resident KiB an idle client"),
      row(
        "bytes deflated, share of a plain frame a message",
        "bytes deflated, share of one plain JSON frame a message",
        [],
        fixed(3),
      ),
      row("ingest on SQLite, acked a second", "SQLite ingest, messages / s"),
      row("ingest on PostgreSQL", "PostgreSQL ingest, messages / s"),
      row(
        "ingest, times one commit a message",
        "SQLite ingest, times one commit a message",
        [["and", "PostgreSQL ingest, times one commit a message"]],
        fixed(2),
      ),
      row(
        "reconnect storm: share of rendering the day a client",
        "reconnect, Rage Room: share of the CPU of rendering the day a client",
        [
          [
            "deflated",
            "reconnect, Rage Room, deflated: share of the CPU of rendering the day a client",
          ],
        ],
      ),
      row("slow tenth: p99 with / without", "slow tenth: p99 with / without", [], fixed(2)),
      row("sign-in storm: p99 with / without", "sign-in storm: p99 with / without"),
      row("start to healthy, ms", "start to healthy, ms"),
      row("one file: start to healthy, ms", "one file: start to healthy, ms"),
      `${fixed(1)(figure("flood", "Rage Room", DELIVERIES) / 1e6)} million deliveries a CPU second; single rounds from ${fixed(1)(Math.min(...floods) / 1e6)} to ${fixed(1)(Math.max(...floods) / 1e6)}`,
      `a delivery costs \`ws\` ${fixed(1)(perMessage("busy", "ws"))} µs and Socket.IO ${fixed(1)(perMessage("busy", "Socket.IO"))}; in the flood ${fixed(1)(perMessage("flood", "ws"))} and ${fixed(1)(perMessage("flood", "Socket.IO"))}`,
      `has a p50 of ${fixed(1)(figure("quiet", "Bun publish", "p50 ms"))}`,
      `takes ${fixed(2)(1_000 / figure("ingest", "One commit a message, SQLite", ACKED))} ms on this disk`,
      `the room takes ${fixed(0)(perMessage("ingest", "Rage Room, SQLite", "acked / CPU s"))}`,
    ],
  ],
  [
    "docs/several-nodes.md",
    [
      `${shown(figure("ingest", "Rage Room, PostgreSQL", ACKED))} stored messages a second on PostgreSQL`,
      `${shown(figure("full-house", "Rage Room", "KiB / idle client"))} KiB for an idle client`,
      `a deflated frame carries ${fixed(0)(target("bytes deflated, share of one plain JSON frame a message").figure * 100)} %`,
      `A core delivered ${shown(figure("flood", "Rage Room", DELIVERIES))} messages a second in the flood`,
      `and ${shown(figure("busy", "Rage Room", DELIVERIES))} in \`busy\``,
      `${shown(framesOf("flood", 300))} and ${shown(framesOf("busy", 50))} frames`,
      `| ${Math.round(1_000 / LONGEST_MS)} a second × 100,000`,
      `one frame, ${LONGEST_MS} ms at most`,
      `${shown(RESUME_EVENTS)} events`,
      `${BACKPRESSURE_BYTES / 2 ** 20} MiB`,
    ],
  ],
  [
    "docs/forgetting.md",
    [
      `| SQLite, messages stored a second | ${change("sealing", "ingest, SQLite, sealed", "ingest, SQLite, in the clear", ACKED)} |`,
      `| PostgreSQL, messages stored a second | ${change("sealing", "ingest, PostgreSQL, sealed", "ingest, PostgreSQL, in the clear", ACKED)} |`,
      `deliveries a CPU second | ${shown(figure("sealing", "flood, SQLite, sealed", DELIVERIES))} | ${shown(figure("sealing", "flood, SQLite, in the clear", DELIVERIES))} |`,
      `p99 | ${shown(figure("sealing", "flood, SQLite, sealed", "p99 ms"))} ms | ${shown(figure("sealing", "flood, SQLite, in the clear", "p99 ms"))} ms |`,
    ],
  ],
  [
    "docs/protocol.md",
    [
      `A frame over ${FRAME_BYTES / 1_024} KiB`,
      `more than ${BACKPRESSURE_BYTES / 2 ** 20} MiB waits`,
      `bounded at ${shown(ANY_REQUEST.sender)} a minute by one sender, and ${shown(ANY_REQUEST.range)} by one range`,
      `at most ${REF_CHARS} characters`,
      `at most ${TEXT_GRAPHEMES} graphemes`,
      `at most ${TEXT_LINES} lines`,
      `at most ${shown(EVENT_IDS)} in one event`,
      `within ${WORDS.get(HELLO_WITHIN_MS / 1_000)} seconds`,
    ],
  ],
  [
    "docs/architecture.md",
    [
      `| Memory of a client that listens | ${shown(figure("full-house", "Rage Room", "KiB / idle client"))} KiB |`,
      `| Messages stored a second, on SQLite | ${shown(figure("ingest", "Rage Room, SQLite", ACKED))} |`,
      `| The same on PostgreSQL | ${shown(figure("ingest", "Rage Room, PostgreSQL", ACKED))} |`,
      `50 messages a second to 2,000 people | ${shown(figure("busy", "Rage Room", DELIVERIES))} |`,
      `300 messages a second to 2,000 people | ${shown(figure("flood", "Rage Room", DELIVERIES))} |`,
    ],
  ],
  [
    "docs/decisions/11-emoji.md",
    [`${Math.floor(Math.min(...emoji))} to ${Math.round(Math.max(...emoji))} KB compressed`],
  ],
  ["docs/decisions/05-one-beat.md", [`${LONGEST_MS} ms at most`, `in ${WORDS.get(GROUPS)} groups`]],
];

test("the tables and the picture of the kept run are those of its figures", async () => {
  expect(await keptAs("md").text()).toBe(markdown(kept));
  expect(await keptAs("svg").text()).toBe(plot(kept));
});

test.each(QUOTES)("%s gives the figures of the kept run and of the code", (path, says) => {
  const { text = "" } = pages.find((page) => page.path === path) ?? {};
  const prose = text.replaceAll(/\s+/g, " ");
  expect(says.filter((sentence) => !prose.includes(sentence))).toEqual([]);
});
