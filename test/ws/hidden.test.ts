/** What the shield hides when it goes up: who sees it, who decides, and what those who come back are told. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { HiddenMessages } from "../../src/wire/reports.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { problemOf } from "../http/problem.ts";
import { heard, join, logged } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const PATH = "/api/mod/hidden";
const NOON = "2026-03-01T12:00:00Z";
const MINUTE = 60_000;

const raise = async (room: TestRoom, token: string) =>
  room.call("PUT", "/api/mod/mode", { token, body: { shield_minutes: 10 } });

async function open(room: TestRoom, token: string) {
  const answer = await room.call("GET", PATH, { token });
  return z.array(HiddenMessages.strict()).parse(await answer.json());
}

const settle = (room: TestRoom, token: string, act: number, keep: boolean) =>
  room.call("POST", `${PATH}/${act}`, { token, body: { keep } });

describe.each(STORES)("what the shield hides, on %s", (store) => {
  test("is gone for everyone and who comes back, read by staff, and kept in its place by one call", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock });
    const token = await room.admin();
    const { client, welcome } = await join(room.wsUrl);
    const before = await heard(client, "before");
    await clock.advance(MINUTE + 1);
    const { client: newcomer } = await join(room.wsUrl);
    const id = await heard(newcomer, "doubtful");
    expect(await open(room, token)).toEqual([]);
    await raise(room, token);
    const hiding = await client.next("removed");
    expect(hiding).toMatchObject({ ids: [id], by: "hidden" });
    const [hidden] = await open(room, token);
    expect(hidden).toMatchObject({
      act: hiding.seq,
      count: 1,
      messages: [{ id, text: "doubtful", kind: "guest" }],
    });
    const { guest = "" } = welcome.you;
    const { client: late } = await join(room.wsUrl, { guest, after: before });
    await late.next("removed");
    expect(JSON.stringify(late.events)).not.toContain("doubtful");
    expect(logged(late.events).find(({ seq }) => seq === id)).toEqual({ type: "quiet", seq: id });
    const stats = await (await room.call("GET", "/api/admin/stats", { token })).json();
    expect(stats.today_messages).toBe(1);

    const removed = await (await settle(room, token, hiding.seq, false)).json();
    expect(removed).toEqual({ message: "Deleted 1 messages", undo: hiding.seq + 1 });
    expect(await open(room, token)).toEqual([]);
    await problemOf(await settle(room, token, hiding.seq, true), 404, "not_found");
    await room.call("POST", "/api/mod/undo", { token, body: { act: removed.undo } });
    expect(await open(room, token)).toMatchObject([{ act: hiding.seq, count: 1 }]);
    const kept = await (await settle(room, token, hiding.seq, true)).json();
    expect(kept).toEqual({ message: "Brought back 1 messages" });
    expect(await client.next("restored", ({ ids }) => ids.length > 0)).toMatchObject({
      undone: hiding.seq,
      messages: [{ id, text: "doubtful" }],
    });
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages.map(({ text }: { text: string }) => text)).toEqual(["before", "doubtful"]);
    const acts = await (await room.call("GET", "/api/mod/audit", { token })).json();
    const target = { kind: "event", id: hiding.seq };
    expect(acts).toMatchObject([
      { act: "hidden_kept", target },
      { act: "undone" },
      { act: "hidden_removed", target },
      { act: "shield_raised" },
    ]);
  });

  test("is for staff alone to read and to decide on", async () => {
    await using room = await openRoom({ store });
    const { token } = await room.member("ann");
    for (const [method, path] of [
      ["GET", PATH],
      ["POST", `${PATH}/1`],
    ] as const) {
      await problemOf(await room.call(method, path), 401, "not_signed_in");
      await problemOf(await room.call(method, path, { token }), 403, "not_staff");
    }
  });
});

test("two nodes that raise it at once hide once; staff on the other read it and decide for both", async () => {
  const place = await emptyStore("postgres");
  {
    const clock = virtualClock(NOON);
    const both = { clock, env: { DATABASE_URL: place.url } };
    await using here = await openRoom(both);
    await using there = await openRoom(both);
    const token = await here.admin();
    const { client: author } = await join(here.wsUrl);
    const { client: reader } = await join(there.wsUrl);
    const one = await heard(author, "one");
    const two = await heard(reader, "two");
    await author.next("message", ({ id }) => id === two);
    await Promise.all([raise(here, token), raise(there, token)]);
    for (const client of [author, reader]) {
      expect(await client.next("removed")).toMatchObject({ ids: [one, two], by: "hidden" });
    }
    const [hidden] = await open(there, token);
    expect(hidden).toMatchObject({ count: 2 });
    await settle(there, token, hidden?.act ?? 0, true);
    for (const client of [author, reader]) {
      const { messages } = await client.next("restored");
      expect(messages.map(({ text }) => text)).toEqual(["one", "two"]);
      const times = client.events.filter(({ type }) => type === "removed");
      expect(times).toHaveLength(1);
    }
  }
  await place.remove();
});
