import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { Figures } from "../../src/wire/figures.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { heard, join } from "../ws/joining.ts";
import { problemOf } from "./problem.ts";

setDefaultTimeout(TEST_MS);
const MINUTE = 60_000;
const START = "2026-03-01T12:00:30Z";

const ask = async (room: TestRoom) => {
  const answer = await room.call("GET", "/api/admin/figures", { token: await room.admin() });
  return Figures.strict().parse(await answer.json());
};

describe.each(STORES)("on %s", (store) => {
  test("an admin sees each minute of the day, and nobody else does", async () => {
    const clock = virtualClock(START);
    await using room = await openRoom({ store, clock });
    const { client } = await join(room.wsUrl);
    await heard(client, "one");
    await clock.advance(MINUTE);
    await heard(client, "two");
    await heard(client, "three");
    client.send({ type: "say", ref: "empty", text: " " });
    await client.next("refused");
    await clock.advance(MINUTE);

    const figures = await ask(room);
    expect(figures.from).toBe("2026-03-01T13:00:00.000+01:00");
    expect(figures.messages).toEqual([1, 2, 0]);
    expect(figures.people).toEqual([1, 1, null]);
    expect(figures.refusals).toEqual({ empty: [0, 1, 0] });
    expect(figures.standings).toMatchObject({ new: [1, 2, 0], heard: [0, 0, 0] });
    expect(figures.nodes).toEqual([{ here: true, people: 1 }]);
    expect(JSON.stringify(figures)).not.toContain("three");

    const { token } = await room.member("ann");
    await problemOf(await room.call("GET", "/api/admin/figures"), 401, "not_signed_in");
    await problemOf(await room.call("GET", "/api/admin/figures", { token }), 403, "not_admin");
    const refused = await ask(room);
    expect(refused.refusals["not_admin"]).toEqual([0, 0, 1]);
  });

  test("midnight leaves none of the day's figures", async () => {
    const clock = virtualClock("2026-03-01T22:58:30Z");
    await using room = await openRoom({ store, clock });
    const { client } = await join(room.wsUrl);
    await heard(client, "one");
    await clock.advance(2 * MINUTE);
    await client.next("cleared");
    await clock.advance(MINUTE);
    const figures = await ask(room);
    expect(figures.from).toBe("2026-03-02T00:00:00.000+01:00");
    expect(figures.messages).toEqual([0, 0]);
  });
});

test("each node tells of the messages of all, and how many people each holds", async () => {
  const place = await emptyStore("postgres");
  const env = { DATABASE_URL: place.url };
  const one = await openRoom({ env });
  const other = await openRoom({ env });
  try {
    const { client } = await join(one.wsUrl);
    const { client: second } = await join(other.wsUrl);
    await heard(client, "from one");
    await second.next("message", ({ text }) => text === "from one");
    // The share of a node is known to the others within about a second.
    await second.next("online", ({ count }) => count === 2);
    const figures = await ask(other);
    expect(figures.messages.reduce((sum, count) => sum + count)).toBe(1);
    expect(figures.nodes).toEqual([
      { here: true, people: 1 },
      { here: false, people: 1 },
    ]);
  } finally {
    await one.stop();
    await other.stop();
    await place.remove();
  }
});
