import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { ROOM } from "../../src/room/commands.ts";
import type { Log, Sender } from "../../src/room/ports.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES, type Store } from "../harness/room.ts";
import { refusalOf } from "../room/refusals.ts";
import { AT, dayAfter, guest, type Nodes, newAccount, nodesOf, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Long enough ago that whoever spoke then was heard by now. */
const EARLIER = AT - 10 * MINUTE;

/** Somebody who came an hour ago; each has a range of addresses of their own. */
const person = (key: string): Sender => ({ ...guest(key), range: `r:${key}`, since: AT - HOUR });

async function said(log: Log, sender: Sender, text: string, at = AT): Promise<number> {
  const { outcomes } = await log.append([{ sender, ref: null, text }], at);
  const [seq] = outcomes;
  if (typeof seq !== "number") throw new Error(`It was refused: ${JSON.stringify(seq)}`);
  return seq;
}

const report = (log: Log, sender: Sender, id: number, at = AT) =>
  log.apply("report", { id, by: sender }, sender, at);

const texts = async (log: Log, day: string) =>
  (await log.history(day, 1_000)).map(({ text }) => text);

/** Days with people who were heard, and something that somebody said to them. */
function eveningsOf(store: Store) {
  const newDay = nodesOf(store);
  return async (...names: string[]) => {
    const nodes = await newDay();
    const people = names.map(person);
    for (const one of people) await said(nodes.here.log, one, `I am ${one.key}`, EARLIER);
    const id = await said(nodes.here.log, person("author"), "doubtful");
    return { ...nodes, people, id };
  };
}

const asStaff = async ({ here }: Nodes) => {
  const { id } = await here.users.create(newAccount({ isAdmin: true }), AT);
  return { key: `u:${id}`, kind: "admin", userId: id } as const;
};

describe.each(STORES)("reports, on %s", (store) => {
  const evening = eveningsOf(store);

  test("are for who was heard, once a person, and never of one's own", async () => {
    const { here, there, day, people, id } = await evening("a", "b");
    const [a = person("a"), b = person("b")] = people;
    const newcomer = { ...person("late"), since: AT };
    await said(here.log, newcomer, "hello");
    expect(await refusalOf(report(here.log, newcomer, id))).toMatchObject({ code: "newcomer" });
    expect(await refusalOf(report(here.log, person("silent"), id))).toMatchObject({
      code: "newcomer",
    });
    expect((await report(here.log, a, id)).events).toMatchObject([
      { type: "report_count", id, count: 1, hidden: false },
    ]);
    expect((await report(there.log, a, id)).events).toEqual([]);
    expect((await report(there.log, b, id)).events).toMatchObject([{ count: 2 }]);
    const own = await here.log.messagesAfter(day, 0, 1);
    expect(await refusalOf(report(here.log, a, own[0]?.id ?? 0))).toMatchObject({
      code: "invalid",
    });
    expect(await refusalOf(report(here.log, a, id + 1_000))).toMatchObject({ code: "not_found" });
    expect(await there.log.reports(day)).toMatchObject([
      { id, text: "doubtful", reports: 2, hidden: false, reportedAt: AT },
    ]);
  });

  test("from three ranges hide a message, and from two with any number of people they do not", async () => {
    const { here, there, day, people, id } = await evening("a", "b", "c", "d");
    const [a = person("a"), b = person("b"), c = person("c"), d = person("d")] = people;
    await report(here.log, a, id);
    await report(there.log, { ...b, range: a.range }, id);
    await report(here.log, c, id);
    expect(await texts(here.log, day)).toContain("doubtful");
    const { events } = await report(there.log, d, id);
    expect(events).toMatchObject([
      { type: "removed", ids: [id], by: "hidden" },
      { type: "report_count", id, count: 4, hidden: true },
    ]);
    expect(await texts(here.log, day)).not.toContain("doubtful");
    expect(await here.log.reports(day)).toMatchObject([
      { id, text: "doubtful", reports: 4, hidden: true },
    ]);
  });

  test("hide nothing that staff said", async () => {
    const nodes = await evening("a", "b", "c");
    const { here, day, people } = nodes;
    const admin = { ...(await asStaff(nodes)), name: "admin", range: "r", since: null };
    const id = await said(here.log, admin, "by staff");
    for (const one of people) await report(here.log, one, id);
    expect(await texts(here.log, day)).toContain("by staff");
    expect(await here.log.reports(day)).toMatchObject([{ id, reports: 3, hidden: false }]);
    const looked = await here.log.apply("hideReported", {}, ROOM, AT);
    expect(looked.result).toEqual({ waiting: 0 });
  });

  test("hide two messages of a regular in an hour, and the third when the hour is over", async () => {
    const { here, there, day, people } = await evening("a", "b", "c");
    const regular = person("regular");
    for (let n = 0; n < 5; n++)
      await said(here.log, regular, `earlier ${n} ab`, EARLIER + n * MINUTE);
    const ids: number[] = [];
    for (const text of ["first", "second", "third"]) {
      const id = await said(here.log, regular, text, AT + ids.length);
      for (const one of people) await report(there.log, one, id, AT + ids.length);
      ids.push(id);
    }
    const stands = async () =>
      (await texts(here.log, day)).filter((text) => /first|second|third/.test(text));
    expect(await stands()).toEqual(["third"]);
    const look = (at: number) => there.log.apply("hideReported", {}, ROOM, at);
    expect((await look(AT + HOUR - 1)).result).toEqual({ waiting: 1 });
    expect((await look(AT + HOUR)).result).toEqual({ waiting: 0 });
    expect(await stands()).toEqual([]);
  });

  test.each([
    ["said something as a regular", true],
    ["has said just enough to be one", false],
  ])(
    "hide no third message of a regular who %s, though the first two made them less",
    async (_who, speaks) => {
      const { here, there, day, people } = await evening("a", "b", "c");
      const regular = person(`regular ${speaks}`);
      const ids: number[] = [];
      for (let n = 0; n < 5; n++)
        ids.push(await said(here.log, regular, `earlier ${n} ab`, AT - HOUR + n * MINUTE));
      if (speaks) await said(here.log, regular, "as a regular");
      const [first = 0, second = 0] = ids;
      const reported = async (id: number) => {
        for (const one of people) await report(there.log, one, id, AT + 1);
      };
      await reported(first);
      await reported(second);
      await reported(await said(here.log, regular, "with less that stands", AT + 1));
      const left = await texts(here.log, day);
      expect(left).not.toContain("earlier 0 ab");
      expect(left).not.toContain("earlier 1 ab");
      expect(left).toContain("with less that stands");
    },
  );

  test("are settled by staff: what is kept is back and hidden no more, and its reporters count no more today", async () => {
    const nodes = await evening("a", "b", "c", "d", "e");
    const { here, there, day, people, id } = nodes;
    const staff = await asStaff(nodes);
    const [a = person("a"), b = person("b"), c = person("c"), d = person("d")] = people;
    for (const one of [a, b, c]) await report(here.log, one, id);
    const other = await said(here.log, person("author"), "another text", AT + 1);
    const kept = await there.log.apply("settleReport", { id, keep: true }, staff, AT + 2);
    expect(kept).toMatchObject({
      events: [
        { type: "restored", of: "removed", ids: [id] },
        { type: "report_count", id, count: 0, hidden: false },
      ],
      result: { act: null },
    });
    expect(await texts(here.log, day)).toContain("doubtful");
    expect(await here.log.reports(day)).toEqual([]);
    const later = AT + HOUR;
    for (const one of [a, b, c])
      expect((await report(here.log, one, other, later)).events).toEqual([]);
    expect((await report(here.log, d, id, later)).events).toEqual([]);
    expect((await report(here.log, d, other, later)).events).toMatchObject([{ count: 1 }]);
    const again = there.log.apply("settleReport", { id, keep: false }, staff, later);
    expect(await refusalOf(again)).toMatchObject({ code: "not_found" });
    const [act] = await here.log.audit(1, Number.MAX_SAFE_INTEGER);
    expect(act).toMatchObject({ act: "report_kept", target: { kind: "message", id } });
  });

  test("of what is hidden already count no more either, once staff bring it back", async () => {
    const nodes = await evening("a", "b", "c", "late");
    const { here, people, id } = nodes;
    const later = AT + 3 * HOUR;
    for (const one of people) await report(here.log, one, id, later);
    const staff = await asStaff(nodes);
    await here.log.apply("settleReport", { id, keep: true }, staff, later);
    const other = await said(here.log, person("author"), "something else", later);
    const late = people.at(-1) ?? person("late");
    expect((await report(here.log, late, other, later)).events).toEqual([]);
  });

  test("of what was never hidden cost nobody their word when staff keep it", async () => {
    const nodes = await evening("a");
    const { here, people, id } = nodes;
    const [a = person("a")] = people;
    await report(here.log, a, id);
    await here.log.apply("settleReport", { id, keep: true }, await asStaff(nodes), AT);
    const other = await said(here.log, person("author"), "another text", AT + 1);
    expect((await report(here.log, a, other, AT + 2)).events).toMatchObject([{ count: 1 }]);
  });

  test("are settled by staff: what is removed can be brought back to where it was, and is reported still", async () => {
    const nodes = await evening("a", "b", "c");
    const { here, there, day, people, id } = nodes;
    const staff = await asStaff(nodes);
    const settle = () => there.log.apply("settleReport", { id, keep: false }, staff, AT);
    const [a = person("a"), ...others] = people;
    await report(here.log, a, id);
    const seen = await settle();
    expect(seen.events).toMatchObject([
      { type: "deleted", id },
      { type: "report_count", count: 0 },
    ]);
    expect(await here.log.reports(day)).toEqual([]);
    await here.log.apply("undo", { act: seen.result.act ?? 0 }, staff, AT);
    expect(await here.log.reports(day)).toMatchObject([{ id, reports: 1, hidden: false }]);
    const later = AT + 6 * MINUTE;
    for (const one of others) await report(here.log, one, id, later);
    expect(await here.log.reports(day)).toMatchObject([{ id, reports: 3, hidden: true }]);
    const hidden = await settle();
    await here.log.apply("undo", { act: hidden.result.act ?? 0 }, staff, AT);
    expect(await here.log.reports(day)).toMatchObject([{ id, reports: 3, hidden: true }]);
    await settle();
    await here.log.apply("destroyWithdrawn", { upTo: Number.MAX_SAFE_INTEGER }, ROOM, AT);
    expect(await there.log.reports(day)).toEqual([]);
    expect(await texts(here.log, day)).not.toContain("doubtful");
  });
});

describe.each(STORES)("reports beside staff, on %s", (store) => {
  const evening = eveningsOf(store);

  test("hide nothing while staff act, and once they did nothing for five minutes", async () => {
    const nodes = await evening("a", "b", "c");
    const { here, there, day, people, id } = nodes;
    await here.log.apply("setSlowMode", { seconds: 3 }, await asStaff(nodes), AT);
    await here.log.apply("setSlowMode", { seconds: 0 }, ROOM, AT);
    for (const one of people) await report(here.log, one, id, AT + 1);
    const look = (at: number) => there.log.apply("hideReported", {}, ROOM, at);
    expect(await look(AT + 5 * MINUTE - 1)).toEqual({ events: [], result: { waiting: 1 } });
    expect(await texts(here.log, day)).toContain("doubtful");
    expect(await look(AT + 5 * MINUTE)).toMatchObject({
      events: [{ type: "removed" }, { type: "report_count", count: 3 }],
      result: { waiting: 0 },
    });
    expect(await texts(here.log, day)).not.toContain("doubtful");
    expect(await look(AT + 6 * MINUTE)).toEqual({ events: [], result: { waiting: 0 } });
  });
});

describe.each(STORES)("reports at midnight, on %s", (store) => {
  const evening = eveningsOf(store);

  test("end with the day, and nobody can tell from what is left who reported", async () => {
    const { here, there, day, people, id } = await evening("a", "b", "c");
    for (const one of people) await report(here.log, one, id);
    await here.log.turnDay(dayAfter(day), TOPIC, AT);
    expect(await there.log.reports(dayAfter(day))).toEqual([]);
    const destroyed = await here.destruction.destroy();
    expect(destroyed).toMatchObject({ messages: 4, people: 4 });
    expect(destroyed?.checks).toContainEqual({ what: "rows", found: 0, ok: true });
  });
});
