import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { dirname } from "node:path";
import { UNDO_MS } from "../../src/wire/limits.ts";
import { searchFiles } from "../forgetting/search.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { heard, join, logged, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const NOON = "2026-03-01T12:00:00Z";
/** Long enough to stand in a file once, and only as itself. */
const REGRET = "I should never have put this into words, not here.";

async function remove(room: TestRoom, id: number, token: string): Promise<number> {
  const answer = await room.call("DELETE", `/api/admin/message/${id}`, { token });
  const { undo } = await answer.json();
  return undo;
}

async function undo(room: TestRoom, act: number, token: string): Promise<number> {
  return (await room.call("POST", "/api/mod/undo", { token, body: { act } })).status;
}

describe.each(STORES)("what was deleted, on %s", (store) => {
  test("comes back to who is there, to who returns and to who is new, and once deleted anew to nobody", async () => {
    await using room = await openRoom({ store, clock: virtualClock(NOON) });
    const token = await room.admin();
    const { client, welcome } = await join(room.wsUrl);
    const id = await heard(client, "wanted after all");
    await undo(room, await remove(room, id, token), token);
    const back = await client.next("restored");
    expect(back).toMatchObject({ undone: id + 1, ids: [id], of: "deleted" });
    expect(back.messages).toMatchObject([{ id, text: "wanted after all" }]);

    const { client: returns } = await join(room.wsUrl, { after: welcome.seq });
    expect(await returns.next("restored")).toEqual(back);
    const { client: newcomer } = await join(room.wsUrl);
    expect(await newcomer.next("message")).toMatchObject({ id, text: "wanted after all" });

    await remove(room, id, token);
    await client.next("deleted", ({ seq }) => seq === back.seq + 1);
    const { client: late } = await join(room.wsUrl, { after: welcome.seq });
    await late.next("deleted", ({ seq }) => seq === back.seq + 1);
    expect(JSON.stringify(late.events)).not.toContain("wanted after all");
    expect(logged(late.events).map(({ type }) => type)).toEqual([
      "quiet",
      "deleted",
      "restored",
      "deleted",
    ]);
  });

  test("is its author's to bring back by a frame, and no stranger's", async () => {
    await using room = await openRoom({ store, clock: virtualClock(NOON) });
    const { client: ann } = await join(room.wsUrl);
    const { client: bert } = await join(room.wsUrl);
    const id = await heard(ann, "mine");
    ann.send({ type: "erase", id });
    const { seq: act } = await bert.next("deleted");
    bert.send({ type: "undo", act });
    expect(await bert.next("refused")).toMatchObject({ code: "not_found" });
    ann.send({ type: "undo", act });
    expect((await bert.next("restored")).messages).toMatchObject([{ id, text: "mine" }]);
    ann.send({ type: "forget" });
    const { act: all = 0, count } = await ann.next("forgotten");
    expect(count).toBe(1);
    ann.send({ type: "undo", act: all });
    await bert.next("restored", ({ undone }) => undone === all);
  });

  test("is destroyed after five seconds, and no longer comes back", async () => {
    const clock = virtualClock(NOON);
    await using room = await openRoom({ store, clock });
    const token = await room.admin();
    const { client } = await join(room.wsUrl);
    const gone = await remove(room, await say(client, "too late"), token);
    await clock.advance(UNDO_MS - 1);
    const other = await remove(room, await say(client, "in time"), token);
    await clock.advance(1);
    expect(await undo(room, gone, token)).toBe(404);
    expect(await undo(room, other, token)).toBe(200);
  });
});

test("what was deleted is in no file five seconds later, nor after a stop in between", async () => {
  const place = await emptyStore("sqlite");
  const env = { DATABASE_URL: place.url, DAY_KEY_FILE: "none" };
  const folder = dirname(place.url.slice("sqlite:".length));
  const hits = () => searchFiles(folder, [{ form: "raw", bytes: Buffer.from(REGRET) }]);
  const clock = virtualClock(NOON);
  const room = await openRoom({ clock, env });
  const token = await room.admin();
  const { client } = await join(room.wsUrl);
  await remove(room, await say(client, REGRET), token);
  expect(await hits()).not.toEqual([]);
  await clock.advance(UNDO_MS);
  // In order after the destruction.
  await say(client, "goes on");
  await remove(room, await say(client, "another"), token);
  expect(await hits()).toEqual([]);
  // The same words again, but from somebody else.
  const { client: other } = await join(room.wsUrl);
  await remove(room, await say(other, REGRET), token);
  await room.stop();
  expect(await hits()).toEqual([]);
  await place.remove();
});
