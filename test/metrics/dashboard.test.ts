/** ops/grafana/rage-room.json asks for nothing that a room does not tell. */
import { expect, test } from "bun:test";
import { join as joinPath } from "node:path";
import { z } from "zod";
import { ROOT } from "../docs/prose.ts";
import { openRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { askedBy } from "./promql.ts";
import { type Scrape, scrape } from "./scraped.ts";

const Dashboard = z.object({
  panels: z.array(
    z.object({
      id: z.number(),
      title: z.string(),
      gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
      fieldConfig: z.object({ defaults: z.object({ unit: z.string() }) }),
      targets: z.array(z.object({ expr: z.string(), legendFormat: z.string() })).min(1),
    }),
  ),
  templating: z.object({ list: z.array(z.object({ name: z.string(), query: z.string() })) }),
});

const { panels, templating } = Dashboard.parse(
  await Bun.file(joinPath(ROOT, "ops/grafana/rage-room.json")).json(),
);
const queries = panels.flatMap(({ title, targets }) =>
  targets.map((target) => ({ title, ...target, asked: askedBy(target.expr) })),
);
/** What Prometheus adds to each sample that it scrapes. */
const ADDED = ["job", "instance"];

async function scrapeOfTalk(): Promise<Scrape> {
  await using room = await openRoom({ env: { METRICS_PORT: "0" } });
  const { client } = await join(room.wsUrl);
  await heard(client, "Something.");
  return await scrape(room.app.metricsUrl);
}

/** By the names that samples have: those of a histogram are not its own. */
function labelsByName(scraped: Scrape): Map<string, Set<string>> {
  const labels = new Map<string, Set<string>>();
  for (const [family, { samples }] of scraped) {
    labels.set(family, labels.get(family) ?? new Set());
    for (const sample of samples) {
      const known = labels.get(sample.name) ?? new Set();
      labels.set(sample.name, known.union(new Set(Object.keys(sample.labels))));
    }
  }
  return labels;
}

test("every query of the dashboard is PromQL, and every metric and label that it names is in a scrape", async () => {
  const known = labelsByName(await scrapeOfTalk());
  const faults = queries.flatMap(({ title, legendFormat, asked }) => {
    const { metrics, labels, errors } = asked;
    const has = new Set([...ADDED, ...metrics.flatMap((name) => [...(known.get(name) ?? [])])]);
    const shown = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label = ""]) => label);
    return [
      ...errors.map((until) => `${title}: not PromQL: ${until}`),
      ...metrics.filter((name) => !known.has(name)).map((name) => `${title}: no ${name}`),
      ...[...labels, ...shown].filter((label) => !has.has(label)).map((l) => `${title}: no ${l}`),
    ];
  });
  expect(queries.length).toBeGreaterThan(25);
  expect(queries.every(({ asked }) => asked.metrics.length > 0)).toBe(true);
  expect(faults).toEqual([]);
});

test("the dashboard shows every metric", async () => {
  const shown = new Set(queries.flatMap(({ asked }) => asked.metrics));
  const families = [...(await scrapeOfTalk()).keys()];
  const isShown = (name: string) => [...shown].some((one) => one.startsWith(name));
  expect(families.filter((name) => !isShown(name))).toEqual([]);
});

test("a time is asked for in seconds and shown so, and memory in bytes", () => {
  const wrong = panels.filter(({ fieldConfig, targets }) => {
    const [{ expr } = { expr: "" }] = targets;
    const { unit } = fieldConfig.defaults;
    if (/_seconds(_bucket)?\{/.test(expr)) return unit !== "s";
    if (/_bytes\{/.test(expr)) return unit !== "bytes";
    return false;
  });
  expect(wrong.map(({ title }) => title)).toEqual([]);
});

test("no two panels of the dashboard lie on each other, and its variables name what a room tells", () => {
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)},${y + Math.floor(at / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  expect(templating.list.map(({ name, query }) => `${name}: ${query}`)).toEqual([
    "datasource: prometheus",
    "job: label_values(rageroom_build_info, job)",
    'instance: label_values(rageroom_build_info{job="$job"}, instance)',
  ]);
});

test.each([
  ["rate(rageroom_no_such_total[5m])", ["rageroom_no_such_total"], [], 0],
  ["sum by (person) (rageroom_people{room='a'})", ["rageroom_people"], ["person", "room"], 0],
  ["sum(rageroom_people", ["rageroom_people"], [], 1],
])("of %s it is known what it asks for", (expression, metrics, labels, errors) => {
  const asked = askedBy(expression);
  expect(asked).toMatchObject({ metrics, labels });
  expect(asked.errors.length > 0).toBe(errors > 0);
});
