import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { z } from "zod";
import { Health, History, Today } from "../../src/wire/http.ts";
import { LogHead } from "../../src/wire/log-head.ts";
import { virtualClock } from "../harness/clock.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { wrongFields } from "./problem.ts";

const ids = ({ messages }: z.infer<typeof History>) => messages.map(({ id }) => id);

test("health tells how many messages there are today, who is connected and which day it is", async () => {
  await using room = await openRoom({ clock: virtualClock("2026-03-01T23:30:00Z") });
  await using client = await connect(room.wsUrl);
  client.send({ type: "hello" });
  await client.next("welcome");
  client.send({ type: "say", ref: "1", text: "no" });
  await client.next("ack");
  const response = await room.call("GET", "/health");
  expect(response.status).toBe(200);
  expect(Health.strict().parse(await response.json())).toEqual({
    status: "healthy",
    message_count: 1,
    connected_clients: 1,
    date: "2026-03-02",
  });
});

test("the head of the log has a hash that everything said today goes into", async () => {
  await using room = await openRoom();
  const head = async (query = "") => {
    const response = await room.call("GET", `/api/log/head${query}`);
    return { status: response.status, ...(await response.json()) };
  };
  const before = LogHead.strict()
    .extend({ status: z.literal(200) })
    .parse(await head());
  expect(before.hash).toMatch(/^[\w+/]{16}$/);
  await using client = await connect(room.wsUrl);
  client.send({ type: "hello" });
  const { epoch } = await client.next("welcome");
  client.send({ type: "say", ref: "1", text: "no" });
  const { seq } = await client.next("ack");
  const after = await head();
  expect(after).toEqual({ ...before, epoch, seq, hash: expect.stringMatching(/^[\w+/]{16}$/) });
  expect(after.hash).not.toBe(before.hash);
  expect(await head(`?seq=${before.seq}`)).toEqual(before);
  expect(await head(`?seq=${seq + 1}`)).toMatchObject({ status: 404, code: "not_found" });
  expect(await head("?seq=x")).toMatchObject({ status: 422 });
});

test("where texts are stored in the clear, the head of the log has no hash", async () => {
  await using room = await openRoom({ env: { DAY_KEY_FILE: "none" } });
  expect(await (await room.call("GET", "/api/log/head")).json()).toMatchObject({ hash: "" });
});

test("today is the zone's day, and ends at the zone's midnight, summer time included", async () => {
  const env = { DAILY_TOPIC: "Queues", DAILY_RULES: "Be loud." };
  await using room = await openRoom({ clock: virtualClock("2026-03-28T23:30:00Z"), env });
  const response = await room.call("GET", "/api/today");
  expect(response.status).toBe(200);
  expect(Today.strict().parse(await response.json())).toEqual({
    date: "2026-03-29",
    time: "2026-03-29T00:30:00.000+01:00",
    topic: "Queues",
    title: "today's topic: Queues",
    rules: "Be loud.",
    timezone: "Europe/Berlin",
    wipes_at: "2026-03-30T00:00:00.000+02:00",
  });
});

describe("the day's messages", () => {
  let room: TestRoom;
  const said: number[] = [];
  beforeAll(async () => {
    room = await openRoom();
    await using client = await connect(room.wsUrl);
    client.send({ type: "hello" });
    await client.next("welcome");
    for (const ref of ["a", "b", "c", "d", "e"]) {
      client.send({ type: "say", ref, text: `text ${ref}` });
      said.push((await client.next("ack")).seq);
    }
  });
  afterAll(() => room.stop());
  const history = async (query: string) => {
    const response = await room.call("GET", `/api/messages${query}`);
    expect(response.status).toBe(200);
    const body: unknown = await response.json();
    expect(body).toEqual(History.strict().parse(body));
    return History.parse(body);
  };

  test("are listed oldest first, each with its name, text and time", async () => {
    const all = await history("");
    expect(ids(all)).toEqual(said);
    expect(all.messages.map(({ text }) => text)).toEqual(
      ["a", "b", "c", "d", "e"].map((ref) => `text ${ref}`),
    );
    expect(all.messages[0]?.timestamp).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/);
  });

  test("are paged backwards: the last ones before an id, still oldest first", async () => {
    expect(ids(await history("?limit=2"))).toEqual(said.slice(3));
    expect(ids(await history(`?limit=2&before=${said[3]}`))).toEqual(said.slice(1, 3));
    expect(ids(await history(`?limit=2&before=${said[1]}`))).toEqual(said.slice(0, 1));
    expect(ids(await history(`?before=${said[0]}`))).toEqual([]);
    expect(ids(await history("?before=0"))).toEqual([]);
    expect(ids(await history("?limit=1000&unknown=1"))).toEqual(said);
  });

  test.each([
    ["?limit=0", "limit"],
    ["?limit=1001", "limit"],
    ["?limit=-1", "limit"],
    ["?limit=1.5", "limit"],
    ["?limit=ten", "limit"],
    ["?before=-1", "before"],
    ["?before=x", "before"],
    ["?before=1e300", "before"],
  ])("refuse %s", async (query, field) => {
    await wrongFields(await room.call("GET", `/api/messages${query}`), field);
  });

  test("name every wrong part of a query", async () => {
    await wrongFields(await room.call("GET", "/api/messages?limit=0&before=x"), "limit", "before");
  });
});
