import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { join as joinPath } from "node:path";
import { MetricsNotServed } from "../../src/metrics/not-served.ts";
import { ROOT, tableBelow } from "../docs/prose.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES } from "../harness/room.ts";
import { keptJournal } from "../room/stored-room.ts";
import { heard, join, refusal } from "../ws/joining.ts";
import { sampleValue, scrape } from "./scraped.ts";

setDefaultTimeout(TEST_MS);

const env = { METRICS_PORT: "0" };
/** Half a minute before midnight in Berlin. */
const LATE = "2026-03-01T22:59:30Z";
const MIDNIGHT = Date.parse("2026-03-01T23:00:00Z");

describe.each(STORES)("a scrape, on %s", (store) => {
  test("says who is here, what was said, what was refused and how it reached its readers", async () => {
    await using room = await openRoom({ store, env });
    const { client } = await join(room.wsUrl);
    const { client: other } = await join(room.wsUrl, {}, { deflate: true });
    await heard(client, "one");
    const last = await heard(client, "two");
    await other.next("message", ({ id }) => id === last);
    await refusal(client, "   ");
    await room.call("POST", "/api/auth/login", { body: { email: "a@b.example", password: "no" } });

    const scraped = await scrape(room.app.metricsUrl);
    const value = (name: string, labels = {}) => sampleValue(scraped, `rageroom_${name}`, labels);
    expect(value("ready")).toBe(1);
    expect(value("connections")).toBe(2);
    expect(value("people")).toBe(2);
    expect(value("messages_total")).toBe(2);
    expect(value("commit_seconds_count")).toBe(2);
    expect(value("log_position")).toBe(last);
    expect(value("tail_lag_seconds_count")).toBe(2);
    expect(value("delivery_seconds_count")).toBe(value("frame_events_count"));
    expect(value("frame_events_sum")).toBeGreaterThanOrEqual(2);
    expect(value("frames_sent_total")).toBeGreaterThanOrEqual(4);
    expect(value("refusals_total", { code: "empty" })).toBe(1);
    expect(value("refusals_total", { code: "wrong_credentials" })).toBe(1);
    expect(value("refusals_total", { code: "banned" })).toBe(0);
    expect(value("http_responses_total", { class: "4xx" })).toBe(1);
    expect(value("build_info", { database: store, bun: Bun.version })).toBe(1);
    expect(value("process_resident_memory_bytes")).toBeGreaterThan(1e7);
    expect(value("process_cpu_seconds_total")).toBeGreaterThan(0);
  });

  test("says when the last day was destroyed, how long that took and that nothing was found", async () => {
    const clock = virtualClock(LATE);
    const { logger, logged } = keptJournal();
    await using room = await openRoom({ store, clock, logger, env });
    const before = await scrape(room.app.metricsUrl);
    expect(before.get("rageroom_receipt_found")?.samples).toEqual([]);
    const { client } = await join(room.wsUrl);
    await heard(client, "yesterday's words");
    await clock.advanceTo(MIDNIGHT);
    await logged("The day before is destroyed.");

    const scraped = await scrape(room.app.metricsUrl);
    expect(sampleValue(scraped, "rageroom_midnight_timestamp_seconds")).toBe(MIDNIGHT / 1_000);
    expect(sampleValue(scraped, "rageroom_receipt_timestamp_seconds")).toBe(MIDNIGHT / 1_000);
    expect(sampleValue(scraped, "rageroom_receipt_messages")).toBe(1);
    expect(sampleValue(scraped, "rageroom_receipt_found")).toBe(0);
    expect(sampleValue(scraped, "rageroom_receipt_duration_seconds")).toBeGreaterThan(0);
  });
});

test("two nodes each count what they stored, and agree on where the log is", async () => {
  const place = await emptyStore("postgres");
  try {
    const shared = { ...env, DATABASE_URL: place.url, DAY_KEY_FILE: "none" };
    await using one = await openRoom({ env: shared });
    await using two = await openRoom({ env: shared });
    const { client } = await join(one.wsUrl);
    const { client: reader } = await join(two.wsUrl);
    const seq = await heard(client, "to both");
    await reader.next("message", ({ id }) => id === seq);
    const scraped = [await scrape(one.app.metricsUrl), await scrape(two.app.metricsUrl)];
    const values = (name: string) => scraped.map((each) => sampleValue(each, `rageroom_${name}`));
    expect(values("messages_total")).toEqual([1, 0]);
    expect(values("log_position")).toEqual([seq, seq]);
    expect(values("tail_lag_seconds_count")).toEqual([1, 1]);
  } finally {
    await place.remove();
  }
});

test("the shield and slow mode show while they are on", async () => {
  await using room = await openRoom({ env });
  const modes = async () => {
    const scraped = await scrape(room.app.metricsUrl);
    return ["shield", "slow_mode_seconds"].map((name) => sampleValue(scraped, `rageroom_${name}`));
  };
  expect(await modes()).toEqual([0, 0]);
  const body = { slow_seconds: 10, shield_minutes: 5 };
  await room.call("PUT", "/api/mod/mode", { token: await room.admin(), body });
  expect(await modes()).toEqual([1, 10]);
});

test("nobody can be told from a scrape: every label is of a closed list, and no name or word is in it", async () => {
  await using room = await openRoom({ env });
  const { token, email } = await room.member("nameless");
  const { client, welcome } = await join(room.wsUrl, { token });
  const { welcome: guest } = await join(room.wsUrl);
  await heard(client, "unheard-of words");
  const url = room.app.metricsUrl ?? "";
  const text = await (await fetch(url)).text();
  for (const told of [
    "nameless",
    email,
    welcome.you.name,
    guest.you.name,
    "unheard-of",
    "127.0.0.1",
  ]) {
    expect(text).not.toContain(told);
  }
  const scraped = await scrape(room.app.metricsUrl);
  const labels = [...scraped.values()].flatMap(({ samples }) =>
    samples.flatMap((sample) => Object.keys(sample.labels)),
  );
  expect([...new Set(labels)].toSorted()).toEqual([
    "bun",
    "class",
    "code",
    "database",
    "le",
    "version",
  ]);
});

test("the metrics have a port of their own, and are nowhere where none is named", async () => {
  await using room = await openRoom({ env });
  expect(room.app.metricsUrl?.hostname).toBe("127.0.0.1");
  expect((await room.call("GET", "/metrics")).status).toBe(404);
  expect((await fetch(new URL("/health", room.app.metricsUrl ?? ""))).status).toBe(404);
  await using without = await openRoom();
  expect(without.app.metricsUrl).toBeNull();
  expect((await without.call("GET", "/metrics")).status).toBe(404);
});

test("a room whose metrics nobody could read does not start, and names the variable", async () => {
  await using room = await openRoom({ env });
  const taken = { METRICS_PORT: room.app.metricsUrl?.port ?? "" };
  const failure = await openRoom({ env: taken }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(MetricsNotServed);
  expect(String(failure)).toContain("METRICS_PORT, METRICS_HOST: port");
});

const full = () => Promise.reject(new Error("database or disk is full"));

test("a room that cannot store says so, and answers the scrape all the same", async () => {
  await using room = await openRoom({
    env,
    log: (own) =>
      new Proxy(own, {
        get: (log, name) =>
          name === "append" || name === "checkWritable" ? full : Reflect.get(log, name),
      }),
  });
  const { client } = await join(room.wsUrl);
  await refusal(client, "Refused.");
  const scraped = await scrape(room.app.metricsUrl);
  expect(sampleValue(scraped, "rageroom_ready")).toBe(0);
  expect(sampleValue(scraped, "rageroom_refusals_total", { code: "unavailable" })).toBe(1);
  expect(sampleValue(scraped, "rageroom_messages_total")).toBe(0);
});

test("docs/operating.md describes each metric that a scrape has, in its words, and no other", async () => {
  await using room = await openRoom({ env });
  const path = "docs/operating.md";
  const text = await Bun.file(joinPath(ROOT, path)).text();
  const described = tableBelow({ path, text }, "## Metrics");
  const scraped = await scrape(room.app.metricsUrl);
  expect(described).toEqual(
    [...scraped].map(([name, { type, help, samples }]) => {
      const labels = new Set(samples.flatMap((sample) => Object.keys(sample.labels)));
      labels.delete("le");
      const labelled = labels.size === 0 ? "" : `{${[...labels].join(", ")}}`;
      return [`\`${name}${labelled}\``, type, help];
    }),
  );
});
