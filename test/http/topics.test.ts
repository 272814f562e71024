import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { Problem } from "../../src/wire/http.ts";
import {
  ROTATION_BYTES,
  ROTATION_TOPICS,
  RULES_CHARS,
  TOPIC_CHARS,
} from "../../src/wire/limits.ts";
import { PlannedTopic, Rotation, TopicsAhead } from "../../src/wire/topics.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, keptLog, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { problemOf } from "./problem.ts";

setDefaultTimeout(TEST_MS);

const NOON = "2026-03-01T12:00:00Z";
const DAY_MS = 86_400_000;
const ENV = { DAILY_TOPIC: "Usual", DAILY_RULES: "The usual rules." };

const topicsOf = async (room: TestRoom, token: string) =>
  TopicsAhead.strict().parse(await (await room.call("GET", "/api/admin/topics", { token })).json());
const today = async (room: TestRoom) => {
  const { date, topic, rules } = await (await room.call("GET", "/api/today")).json();
  return { date, topic, rules };
};

describe.each(STORES)("the topics of days to come, on %s", (store) => {
  test("an admin plans days and a rotation, and sees what each day would open with", async () => {
    await using room = await openRoom({ store, env: ENV, clock: virtualClock(NOON) });
    const token = await room.admin();
    const put = (path: string, body: unknown) => room.call("PUT", path, { token, body });
    expect(await topicsOf(room, token)).toMatchObject({
      planned: [],
      rotation: { topics: [], next: null },
      default: { topic: "Usual", rules: "The usual rules." },
    });
    const planned = await put("/api/admin/topics/2026-03-05", { topic: " Queues ", rules: "" });
    expect(PlannedTopic.strict().parse(await planned.json())).toEqual({
      date: "2026-03-05",
      topic: "Queues",
      rules: "",
    });
    await put("/api/admin/topics/2026-03-03", { topic: "Trains" });
    const topics = [{ topic: "A" }, { topic: "B", rules: "Only B." }];
    const set = await put("/api/admin/rotation", { topics });
    const rotation = { topics: [{ topic: "A", rules: null }, topics[1]], next: 0 };
    expect(Rotation.strict().parse(await set.json())).toMatchObject(rotation);
    const ahead = await topicsOf(room, token);
    expect(ahead.planned.map(({ date }) => date)).toEqual(["2026-03-03", "2026-03-05"]);
    expect(ahead.rotation).toMatchObject(rotation);
    expect(ahead.days).toHaveLength(14);
    const usual = "The usual rules.";
    expect(ahead.days.slice(0, 5)).toEqual([
      { date: "2026-03-02", topic: "A", rules: usual, from: "rotation" },
      { date: "2026-03-03", topic: "Trains", rules: usual, from: "planned" },
      { date: "2026-03-04", topic: "B", rules: "Only B.", from: "rotation" },
      { date: "2026-03-05", topic: "Queues", rules: "", from: "planned" },
      { date: "2026-03-06", topic: "A", rules: usual, from: "rotation" },
    ]);
    const gone = await room.call("DELETE", "/api/admin/topics/2026-03-03", { token });
    expect(await gone.json()).toEqual({ message: "Nothing is planned for 2026-03-03 any more" });
    expect((await topicsOf(room, token)).days[1]).toMatchObject({ topic: "B" });
    const again = await room.call("DELETE", "/api/admin/topics/2026-03-03", { token });
    await problemOf(again, 404, "not_found");
  });

  test("a restart keeps the plan and today's topic, and a new configured one takes effect today alone", async () => {
    const place = await emptyStore(store);
    const clock = virtualClock(NOON);
    const env = { ...ENV, DATABASE_URL: place.url };
    {
      await using room = await openRoom({ env, clock });
      const token = await room.admin();
      const put = (path: string, body: unknown) => room.call("PUT", path, { token, body });
      await put("/api/admin/topics/2026-03-02", { topic: "Trains" });
      await put("/api/admin/rotation", { topics: [{ topic: "A" }, { topic: "B" }] });
    }
    await clock.advance(DAY_MS);
    {
      await using room = await openRoom({ env, clock });
      expect(await today(room)).toMatchObject({ date: "2026-03-02", topic: "Trains" });
    }
    // A and B are missed.
    await clock.advance(3 * DAY_MS);
    {
      await using room = await openRoom({ env, clock });
      expect(await today(room)).toMatchObject({ date: "2026-03-05", topic: "A" });
    }
    {
      await using room = await openRoom({ env: { ...env, DAILY_TOPIC: "Another" }, clock });
      expect(await today(room)).toMatchObject({ date: "2026-03-05", topic: "Another" });
      const { days } = await topicsOf(room, await room.admin());
      expect(days[0]).toMatchObject({ date: "2026-03-06", topic: "B" });
    }
    {
      await using room = await openRoom({ env: { ...env, DAILY_TOPIC: "Another" }, clock });
      expect(await today(room)).toMatchObject({ topic: "Another" });
    }
    await place.remove();
  });

  test("midnight opens the day with its topic on every open socket and page", async () => {
    const clock = virtualClock("2026-03-01T22:59:00Z");
    await using room = await openRoom({ store, env: ENV, clock });
    const token = await room.admin();
    const body = { topic: "Trains", rules: "Mind the gap." };
    await room.call("PUT", "/api/admin/topics/2026-03-02", { token, body });
    await using client = await connect(room.wsUrl);
    client.send({ type: "hello" });
    await client.next("welcome");
    await clock.advance(60_000);
    expect(await client.next("topic")).toMatchObject(body);
    expect(await today(room)).toEqual({ date: "2026-03-02", ...body });
    const late = await room.call("PUT", "/api/admin/topics/2026-03-02", { token, body });
    await problemOf(late, 422, "not_plannable");
  });

  test("the audit log and the log say who planned which day, and never with which words", async () => {
    const { logger, lines } = keptLog();
    await using room = await openRoom({ store, clock: virtualClock(NOON), logger });
    const token = await room.admin();
    const body = { topic: "hush" };
    await room.call("PUT", "/api/admin/topics/2026-12-24", { token, body });
    await room.call("DELETE", "/api/admin/topics/2026-12-24", { token });
    await room.call("PUT", "/api/admin/rotation", { token, body: { topics: [body] } });
    const acts = await (await room.call("GET", "/api/mod/audit", { token })).json();
    const day = { kind: "day", id: 20_261_224 };
    expect(acts).toMatchObject([
      { act: "rotation_set", target: { kind: "room", id: null } },
      { act: "topic_unplanned", target: day },
      { act: "topic_planned", target: day },
    ]);
    expect(lines.map(({ fields }) => fields)).toContainEqual(
      expect.objectContaining({ event: "plan_topic", date: "2026-12-24", by: "u:1" }),
    );
    expect(JSON.stringify([acts, lines])).not.toContain("hush");
  });
});

test("what is not a topic, a date or a rotation is refused, each field by name", async () => {
  await using room = await openRoom({ clock: virtualClock(NOON) });
  const token = await room.admin();
  const put = (path: string, body: unknown) => room.call("PUT", path, { token, body });
  const fields = async (answer: Response) => {
    const { errors } = await problemOf(answer, 422, "invalid");
    return errors?.map(({ field }) => field);
  };
  const day = "/api/admin/topics/2026-03-02";
  expect(await fields(await put(day, { topic: "  " }))).toEqual(["topic"]);
  const long = { topic: "t".repeat(TOPIC_CHARS + 1), rules: "r".repeat(RULES_CHARS + 1) };
  expect(await fields(await put(day, long))).toEqual(["topic", "rules"]);
  for (const date of ["tomorrow", "2026-02-30", "2026-3-2", "20260302"]) {
    const path = `/api/admin/topics/${date}`;
    expect(await fields(await put(path, { topic: "T" }))).toEqual(["date"]);
    expect(await fields(await room.call("DELETE", path, { token }))).toEqual(["date"]);
  }
  const many = Array.from({ length: ROTATION_TOPICS + 1 }, () => ({ topic: "T" }));
  expect(await fields(await put("/api/admin/rotation", { topics: many }))).toEqual(["topics"]);
  const wrong = { topics: [{ topic: "T" }, { topic: "", rules: 1 }] };
  const { errors } = Problem.parse(await (await put("/api/admin/rotation", wrong)).json());
  expect(errors?.map(({ field }) => field)).toEqual(["topics.1.topic", "topics.1.rules"]);
});

test("the longest rotation fits, a longer body does not, and nobody else's is read", async () => {
  await using room = await openRoom({ clock: virtualClock(NOON) });
  const token = await room.admin();
  const longest = { topic: "題".repeat(TOPIC_CHARS), rules: "則".repeat(RULES_CHARS) };
  const topics = Array.from({ length: ROTATION_TOPICS }, () => longest);
  const set = await room.call("PUT", "/api/admin/rotation", { token, body: { topics } });
  expect(set.status).toBe(200);
  expect((await topicsOf(room, token)).rotation.topics).toEqual(topics);
  const body = { topics: [{ topic: "t".repeat(ROTATION_BYTES) }] };
  await problemOf(await room.call("PUT", "/api/admin/rotation", { token, body }), 413, "too_long");
  const { token: other } = await room.member("ann");
  const others = await room.call("PUT", "/api/admin/rotation", { token: other, body });
  await problemOf(others, 403, "not_admin");
  await problemOf(await room.call("PUT", "/api/admin/rotation", { body }), 401, "not_signed_in");
});
