import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { Done, Removed } from "../../src/wire/http.ts";
import { ReportedMessage } from "../../src/wire/reports.ts";
import { type VirtualClock, virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { problemOf } from "../http/problem.ts";
import { heard, join, logged, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const PATH = "/api/mod/reports";
const NOON = "2026-03-01T12:00:00Z";
const MINUTE = 60_000;
/** What a test says is its own range of addresses by. */
const env = { TRUSTED_PROXIES: "127.0.0.1" };

async function joinFrom(room: TestRoom, address: string, guest?: string) {
  const client = await connect(room.wsUrl, { headers: { "X-Forwarded-For": address } });
  client.send({ type: "hello", ...(guest === undefined ? {} : { guest }) });
  return { client, welcome: await client.next("welcome") };
}

/** As many people, each from a range of their own, who were heard. */
async function heardPeople(room: TestRoom, clock: VirtualClock, count: number) {
  const passes: string[] = [];
  for (let n = 1; n <= count; n++) {
    const { client, welcome } = await joinFrom(room, `10.0.${n}.1`);
    await say(client, `hi ${n}`);
    passes.push(welcome.you.guest ?? "");
    await client.close();
  }
  await clock.advance(4 * MINUTE);
  return async (node: TestRoom, n: number) =>
    (await joinFrom(node, `10.0.${n}.1`, passes[n - 1])).client;
}

/** A socket of the admin's. */
const staffAt = async (room: TestRoom) =>
  (await join(room.wsUrl, { token: await room.admin() })).client;

const open = async (room: TestRoom) =>
  z
    .array(ReportedMessage.strict())
    .parse(await (await room.call("GET", PATH, { token: await room.admin() })).json());

const settle = async (room: TestRoom, id: number, keep: boolean) =>
  room.call("POST", `${PATH}/${id}`, { token: await room.admin(), body: { keep } });

const history = async (room: TestRoom) => {
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  return messages.map(({ text }: { text: string }) => text);
};

describe.each(STORES)("a report, on %s", (store) => {
  test("is told to staff at once with its count and to nobody else, and to who comes later with the text", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock, env });
    const person = await heardPeople(room, clock, 2);
    const author = await person(room, 2);
    const staff = await staffAt(room);
    const id = await heard(author, "doubtful");
    const reporter = await person(room, 1);
    reporter.send({ type: "report", id });
    expect(await reporter.next("reported")).toEqual({ type: "reported", id });
    expect(await staff.next("reports")).toEqual({ type: "reports", id, count: 1, hidden: false });
    reporter.send({ type: "report", id });
    await reporter.next("reported");
    expect(await open(room)).toMatchObject([
      { id, text: "doubtful", kind: "guest", count: 1, hidden: false },
    ]);
    const { client: newcomer } = await joinFrom(room, "10.0.9.1");
    newcomer.send({ type: "report", id });
    expect(await newcomer.next("refused")).toMatchObject({ code: "newcomer" });
    author.send({ type: "report", id });
    expect(await author.next("refused")).toMatchObject({ code: "invalid" });
    for (const reader of [author, reporter]) {
      expect(reader.events.some(({ type }) => type === "reports")).toBe(false);
    }
    expect((await settle(room, id, true)).status).toBe(200);
    expect(await staff.next("reports")).toMatchObject({ id, count: 0 });
    expect(await open(room)).toEqual([]);
    await problemOf(await settle(room, id, true), 404, "not_found");
  });

  test("is for staff alone to read and to decide on", async () => {
    await using room = await openRoom({ store });
    const { token } = await room.member("ann");
    for (const [method, path] of [
      ["GET", PATH],
      ["POST", `${PATH}/1`],
      ["POST", "/api/mod/sweep"],
    ] as const) {
      await problemOf(await room.call(method, path), 401, "not_signed_in");
      await problemOf(await room.call(method, path, { token }), 403, "not_staff");
    }
  });
});

describe.each(STORES)("three reports from three ranges, on %s", (store) => {
  test("hide a message before everyone and who comes back, until staff bring it back in its place", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock, env });
    const person = await heardPeople(room, clock, 4);
    const author = await person(room, 4);
    const staff = await staffAt(room);
    const before = await heard(author, "before");
    const id = await heard(author, "doubtful");
    const after = await heard(author, "after");
    for (const n of [1, 2, 3]) {
      const reporter = await person(room, n);
      reporter.send({ type: "report", id });
      await reporter.next("reported");
      await reporter.close();
    }
    const hiding = await author.next("removed");
    expect(hiding).toMatchObject({ ids: [id], by: "hidden" });
    expect(await staff.next("reports", ({ hidden }) => hidden)).toMatchObject({ id, count: 3 });
    expect(await history(room)).not.toContain("doubtful");
    const { client: late } = await join(room.wsUrl, { after: before });
    await late.next("removed", ({ ids }) => ids.includes(id));
    expect(JSON.stringify(late.events)).not.toContain("doubtful");
    expect(logged(late.events).find(({ seq }) => seq === id)).toEqual({ type: "quiet", seq: id });
    await clock.advance(MINUTE);
    expect(await open(room)).toMatchObject([{ id, text: "doubtful", count: 3, hidden: true }]);
    await settle(room, id, true);
    expect(await author.next("restored")).toMatchObject({
      undone: hiding.seq,
      ids: [id],
      messages: [{ id, text: "doubtful" }],
    });
    expect((await history(room)).slice(-3)).toEqual(["before", "doubtful", "after"]);
    const { client: later } = await join(room.wsUrl, { after: before });
    await later.next("message", ({ id: seen }) => seen === after);
    expect(logged(later.events).find(({ seq }) => seq === id)).toMatchObject({ text: "doubtful" });
  });

  test("hide it as soon as staff did nothing for five minutes, without another report", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock, env });
    const person = await heardPeople(room, clock, 4);
    const author = await person(room, 4);
    const id = await heard(author, "doubtful");
    const token = await room.admin();
    await room.call("PUT", "/api/mod/mode", { token, body: { slow_seconds: 3 } });
    for (const n of [1, 2, 3]) {
      const reporter = await person(room, n);
      reporter.send({ type: "report", id });
      await reporter.next("reported");
      await reporter.close();
    }
    await author.close();
    expect(await history(room)).toContain("doubtful");
    await clock.advance(5 * MINUTE);
    // Each look is a commit, which the clock does not wait for.
    let looks = 0;
    while ((await history(room)).includes("doubtful") && looks++ < 40) await clock.advance(15_000);
    expect(await history(room)).not.toContain("doubtful");
  });
});

describe.each(STORES)("a sweep, on %s", (store) => {
  test("deletes what newcomers said since an instant in one event, and an undo brings it back", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock, env });
    const person = await heardPeople(room, clock, 1);
    const known = await person(room, 1);
    const since = new Date(clock.now()).toISOString();
    await heard(known, "I am heard");
    const ids: number[] = [];
    for (const n of [5, 6]) {
      const { client } = await joinFrom(room, `10.0.${n}.1`);
      ids.push(await heard(client, `raid ${n}`));
      await clock.advance(1_000);
    }
    const token = await room.admin();
    const sweep = async (from: string) =>
      room.call("POST", "/api/mod/sweep", { token, body: { since: from } });
    const answer = Removed.strict().parse(await (await sweep(since)).json());
    expect(answer).toEqual({ removed: 2, undo: expect.any(Number) });
    expect(await known.next("removed")).toEqual({
      type: "removed",
      seq: answer.undo ?? 0,
      ids,
      by: "staff",
    });
    expect(await history(room)).toEqual(["hi 1", "I am heard"]);
    const undo = await room.call("POST", "/api/mod/undo", { token, body: { act: answer.undo } });
    expect(Done.parse(await undo.json()).message).toBe("Brought back 2 messages");
    expect(await history(room)).toHaveLength(4);
    await problemOf(await sweep("yesterday"), 422, "invalid");
    const later = new Date(clock.now()).toISOString();
    expect(await (await sweep(later)).json()).toEqual({ removed: 0 });
  });
});

test("reports on two nodes are counted together, and staff on either are told", async () => {
  const place = await emptyStore("postgres");
  {
    const clock = virtualClock(NOON);
    const both = { clock, env: { ...env, DATABASE_URL: place.url } };
    await using here = await openRoom(both);
    await using there = await openRoom(both);
    const person = await heardPeople(here, clock, 4);
    const author = await person(here, 4);
    const staff = [await staffAt(here), await staffAt(there)];
    const id = await heard(author, "doubtful");
    for (const [n, node] of [
      [1, here],
      [2, there],
      [3, here],
    ] as const) {
      const reporter = await person(node, n);
      reporter.send({ type: "report", id });
      await reporter.next("reported");
    }
    for (const one of staff) {
      expect(await one.next("reports", ({ hidden }) => hidden)).toMatchObject({ id, count: 3 });
      await one.next("removed", ({ ids }) => ids.includes(id));
    }
    await settle(there, id, false);
    for (const one of staff) await one.next("reports", ({ count }) => count === 0);
    await author.next("deleted", (event) => event.id === id);
  }
  await place.remove();
});
