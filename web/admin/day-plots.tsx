import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Figures } from "../../src/wire/figures.ts";
import { Changing } from "../shared/changing.tsx";
import { loadPart } from "../shared/load-part.ts";
import { words } from "../words/office-words.ts";
import { locale } from "../words/words.ts";
import { usePolled } from "./polled.ts";
import type { AdminSession } from "./session.ts";

const MINUTE_MS = 60_000;

type Line = { values: readonly (number | null)[]; colour: string };
type PlotProps = { from: number; lines: readonly Line[]; zone: string };

/** The day so far, minute by minute. */
export function DayPlots({ session }: { session: AdminSession }) {
  const figures = usePolled<Figures>(session, "/api/admin/figures");
  const zone = session.today.value?.timezone ?? "UTC";
  const Plot = usePlot(session);
  const lines = useMemo(() => figures && linesOf(figures), [figures]);
  const standings = useMemo(() => figures && standingsOf(figures), [figures]);
  return (
    <section class="panel plots" aria-label={words.day.title}>
      {lines?.map(({ name, note, ...line }) => (
        <figure key={name}>
          <figcaption>
            {name} <small>{note}</small>
            <Most from={from(figures)} values={line.lines[0]?.values ?? []} zone={zone} />
          </figcaption>
          {Plot ? (
            <Plot from={from(figures)} lines={line.lines} zone={zone} />
          ) : (
            <div class="canvas" />
          )}
        </figure>
      ))}
      {figures && standings && (
        <Standings figures={figures} lines={standings} zone={zone} Plot={Plot} />
      )}
      {figures && <Refusals figures={figures} />}
    </section>
  );
}

const from = (figures: Figures | undefined) => Date.parse(figures?.from ?? "");

/** Drawing comes apart from the page: whoever looks at another part of it has no use for it. */
function usePlot(session: AdminSession): ComponentType<PlotProps> | undefined {
  const plot = useSignal<{ component: ComponentType<PlotProps> } | undefined>(undefined);
  useEffect(() => {
    loadPart(() => import("./plot.tsx")).then(
      (part) => {
        plot.value = { component: part.default };
      },
      (error: unknown) => {
        console.error("The plots did not come.", error);
        session.outcome.value = { text: words.problem.part, is: "bad" };
      },
    );
  }, [plot, session]);
  return plot.value?.component;
}

/** Without the minute that is under way, which would always end low. */
function linesOf({ messages, people, refusals, nodes }: Figures) {
  const refused = messages.map((_, at) =>
    Object.values(refusals).reduce((sum, counts) => sum + (counts[at] ?? 0), 0),
  );
  const isAlone = nodes.length < 2;
  const shares = nodes.map((node) => words.admin.number(node.people)).join(" + ");
  return [
    {
      name: words.day.messages,
      lines: [{ values: messages.slice(0, -1), colour: "--green" }],
      note: undefined,
    },
    {
      name: words.day.people,
      lines: [{ values: people.slice(0, -1), colour: "--n2" }],
      note: isAlone ? undefined : words.day.nodes(nodes.length, shares),
    },
    {
      name: words.day.refusals,
      lines: [{ values: refused.slice(0, -1), colour: "--amber" }],
      note: isAlone ? undefined : words.day.thisNode,
    },
  ];
}

const STANDINGS = [
  ["new", "--amber"],
  ["heard", "--green"],
  ["regular", "--n2"],
  ["staff", "--n4"],
] as const;

function standingsOf({ standings }: Figures) {
  return STANDINGS.map(([standing, colour]) => ({
    name: words.day.standings[standing],
    values: standings[standing].slice(0, -1),
    colour,
  }));
}

type StandingsProps = {
  figures: Figures;
  lines: readonly (Line & { name: string })[];
  zone: string;
  Plot: ComponentType<PlotProps> | undefined;
};

/** Who speaks: a line each, and beside its name how much that was last. */
function Standings({ figures, lines, zone, Plot }: StandingsProps) {
  const isAlone = figures.nodes.length < 2;
  return (
    <figure>
      <figcaption>
        {words.day.byStanding} <small>{isAlone ? undefined : words.day.thisNode}</small>
        <dl class="standings" aria-label={words.day.lately}>
          {lines.map(({ name, values, colour }) => (
            <div key={name}>
              <dt>
                <i class={`key ${colour.slice(2)}`} aria-hidden="true" />
                {name}
              </dt>
              <dd translate={false}>{words.admin.number(values.at(-1) ?? 0)}</dd>
            </div>
          ))}
        </dl>
      </figcaption>
      {Plot ? <Plot from={from(figures)} lines={lines} zone={zone} /> : <div class="canvas" />}
    </figure>
  );
}

/** What an eye would read off the line. */
function Most({ from, values, zone }: { from: number; values: Line["values"]; zone: string }) {
  const most = values.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  const at = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: zone }).format(
    from + values.indexOf(most) * MINUTE_MS,
  );
  const text = most === 0 ? words.day.none : words.day.most(most, at);
  return (
    <span class="most">
      <Changing text={text} />
    </span>
  );
}

function Refusals({ figures: { refusals } }: { figures: Figures }) {
  const codes = Object.entries(refusals)
    .map(([code, counts]) => ({ code, sum: counts.reduce((sum, count) => sum + count, 0) }))
    .toSorted((a, b) => b.sum - a.sum);
  if (codes.length === 0) return null;
  return (
    <dl class="codes" aria-label={words.day.byCode} translate={false}>
      {codes.map(({ code, sum }) => (
        <div key={code}>
          <dt>{code}</dt>
          <dd>{words.admin.number(sum)}</dd>
        </div>
      ))}
    </dl>
  );
}
