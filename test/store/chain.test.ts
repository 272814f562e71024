/** A row that is not what was stored is found, told of once, and served to nobody. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { copyFile } from "node:fs/promises";
import { ROOM } from "../../src/room/commands.ts";
import { LogReplaced } from "../../src/room/log-replaced.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { DAY, everything, fill, linkedRoom, setTopic } from "./linked-room.ts";
import { AT, guest, say } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

/** Each as a disk, or a hand, may change it. */
const MESSAGE_COLUMNS: [name: string, value: string][] = [
  ["user", `'Guest b'`],
  ["text", `text || 'A'`],
  ["timestamp", `'2026-03-01 12:00:01.000000'`],
  ["date_created", `'2026-02-21'`],
  ["date_created", `'2027-03-01'`],
  ["user_id", "NULL"],
  ["kind", `'admin'`],
  ["kind", `'gxest'`],
  ["re", "1"],
  ["first_word", "NOT first_word"],
  ["chain", "NULL"],
  ["chain", `'A' || chain`],
];
const EVENT_COLUMNS: [name: string, value: string][] = [
  ["kind", `'felt'`],
  ["kind", `'tapic'`],
  ["id", "1"],
  ["data", `REPLACE(data, 'Queue', 'Hueue')`],
  ["data", `'{'`],
  ["chain", "NULL"],
];

describe.each(STORES)("on %s", (store) => {
  test("a row with any column changed is left out of every reading, and reported once", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const account = await node.users.create(
      { email: "a@example.com", username: "ada", passwordHash: "x", isAdmin: false },
      AT,
    );
    const ada = { ...guest(`u:${account.id}`), name: "ada", userId: account.id };
    await node.log.append([say("other", "Said by another.")], AT);
    const spoiled: number[] = [];
    const noTime = store === "sqlite" ? `'2026-03-01 1r:00:00.000000'` : `'infinity'`;
    const columns = [...MESSAGE_COLUMNS, ["timestamp", noTime] as const];
    for (const [at, [name, value]] of columns.entries()) {
      const said = ["before", "spoiled"].map((text) => ({
        sender: { ...ada, kind: "user" as const },
        ref: null,
        text: `${text} ${at} ${name}`,
      }));
      const { outcomes } = await node.log.append(said, AT);
      const seq = Number(outcomes[1]);
      spoiled.push(seq);
      await room.sql.unsafe(`UPDATE messages SET "${name}" = ${value} WHERE id = ${seq}`);
    }
    for (const [at, [name, value]] of EVENT_COLUMNS.entries()) {
      const { events } = await setTopic(node, `Queue ${at}`);
      const seq = events[0]?.seq ?? 0;
      spoiled.push(seq);
      await setTopic(node, `Beside ${at}`);
      await room.sql.unsafe(`UPDATE events SET "${name}" = ${value} WHERE seq = ${seq}`);
    }
    await fill(node, 1);

    const read = await everything(node);
    const { seq: head } = await node.log.state();
    expect([...read.keys()]).toEqual(Array.from({ length: head }, (_, at) => at + 1));
    const quiet = [...read.values()].filter(({ type }) => type === "quiet");
    expect(quiet.map(({ seq }) => seq)).toEqual(spoiled);
    const messages = [...read.values()].filter(({ type }) => type === "message");
    const ids = messages.map(({ seq }) => seq);
    expect((await node.log.history(DAY, 100)).map(({ id }) => id)).toEqual(ids);
    expect((await node.log.messagesAfter(DAY, 0, 100)).map(({ id }) => id)).toEqual(ids);
    expect((await node.log.newest(DAY, 0, 100)).map(({ id }) => id)).toEqual(ids.toReversed());
    await everything(node);
    expect(room.reports).toHaveLength(spoiled.length);
    for (const seq of spoiled) {
      expect(room.reports.filter((line) => line.includes(` ${seq} of ${DAY}`))).toHaveLength(1);
    }
    // The room goes on.
    expect(await fill(node, 2)).toEqual([head + 1, head + 2]);
  });

  test("the first events of a day are linked when its key begins", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    await room.sql`UPDATE events SET data = REPLACE(data, 'Printers', 'Plinters')`;
    const read = [...(await everything(node)).values()];
    expect(read.map(({ type }) => type)).toEqual(["cleared", "quiet"]);
    expect(room.reports).toHaveLength(1);
  });

  test("what a snapshot alone would read is found too, where a row was put into another day", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const [, second = 0] = await fill(node, 3);
    await room.sql`UPDATE messages SET date_created = ${"2026-02-21"} WHERE id = ${second}`;
    expect(await node.log.history(DAY, 10)).toHaveLength(2);
    expect(room.reports).toHaveLength(1);
  });

  test("rows that are gone are told of in one sentence, and all others are served", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const seqs = await fill(node, 6);
    const { events } = await setTopic(node, "Queues");
    const [first = 0, second = 0, third = 0, , fifth = 0] = seqs;
    await room.sql`DELETE FROM messages WHERE id IN (${second}, ${third}, ${fifth})`;
    await room.sql`DELETE FROM events WHERE seq = ${events[0]?.seq}`;
    const read = await everything(node);
    const left = seqs.filter((seq) => ![second, third, fifth].includes(seq));
    expect(
      [...read.values()].filter(({ type }) => type === "message").map(({ seq }) => seq),
    ).toEqual(left);
    await everything(node);
    expect(room.reports.map((line) => line.split(":")[0])).toEqual([
      `The log of ${DAY} has lost places ${first + 1} to ${first + 2}`,
      `The log of ${DAY} has lost place ${fifth}`,
      `The log of ${DAY} has lost place ${events[0]?.seq}`,
    ]);
  });

  test("two rows that changed places are both refused", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const [first = 0, second = 0, third = 0] = await fill(node, 4);
    const swap = (from: number, to: number) =>
      room.sql`UPDATE messages SET id = ${to} WHERE id = ${from}`;
    await swap(second, 1_000_000);
    await swap(third, second);
    await swap(1_000_000, third);
    expect((await node.log.history(DAY, 10)).map(({ id }) => id)).toEqual([first, third + 1]);
    expect(room.reports).toHaveLength(2);
  });

  test("a row that another history of the same day had there is not served beside this one's", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const [first = 0, second = 0] = await fill(node, 2);
    await room.sql`CREATE TABLE old AS SELECT * FROM messages WHERE id = ${second}`;
    await room.end(node);
    // As a page of the file that was put back, and only that one.
    await room.sql`DELETE FROM messages WHERE id >= ${first}`;
    await room.sql`DELETE FROM sends`;
    const chain = await room.sql`SELECT chain FROM events ORDER BY seq DESC LIMIT 1`;
    await room.sql`UPDATE room SET seq = ${first - 1}, chain_seq = ${first - 1},
      chain = ${String(chain[0].chain).slice(16)}`;
    const again = await room.open();
    await fill(again, 3);
    await room.sql`DELETE FROM messages WHERE id = ${second}`;
    await room.sql`INSERT INTO messages SELECT * FROM old`;
    expect(await again.log.history(DAY, 10)).toEqual([]);
    expect(room.reports).toHaveLength(3);
  });

  test("what an older version wrote, removed and destroyed in between is no damage, and what follows is linked", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const seqs = await fill(node, 4);
    const [first = 0, second = 0, third = 0, fourth = 0] = seqs;
    await node.log.apply("erase", { id: first }, ROOM, AT);
    // As version 0.1.0 does it, which knows no chain.
    await room.sql`DELETE FROM withdrawn WHERE id = ${first}`;
    expect((await everything(node)).get(second)?.type).toBe("message");
    const head = fourth + 2;
    await room.sql`DELETE FROM messages WHERE id = ${second}`;
    await room.sql`UPDATE messages SET chain = NULL WHERE id = ${third}`;
    await room.sql`INSERT INTO events (seq, kind, id) VALUES (${head}, 'deleted', ${second})`;
    await room.sql`UPDATE room SET seq = ${head}`;
    const read = await everything(node);
    expect([third, fourth, head].map((seq) => read.get(seq)?.type)).toEqual([
      "message",
      "message",
      "deleted",
    ]);
    const [next = 0, , lost = 0] = await fill(node, 3);
    expect((await everything(node)).get(next)?.type).toBe("message");
    expect(room.reports).toEqual([]);
    await room.sql`DELETE FROM messages WHERE id = ${lost}`;
    await everything(node);
    expect(room.reports).toHaveLength(1);
  });

  test("a newcomer's first message is that again after it was taken back and restored", async () => {
    await using room = await linkedRoom(store);
    const node = await room.open();
    const [id = 0] = await fill(node, 1, "new");
    const { result } = await node.log.apply("eraseOwn", { id }, guest("new"), AT);
    await node.log.apply("undo", { act: result.act ?? 0 }, guest("new"), AT);
    expect(await node.log.history(DAY, 10)).toMatchObject([{ id, isFirst: true }]);
  });
});

test("a node notices that what it reads does not follow what it knew", async () => {
  await using room = await linkedRoom("postgres");
  const [here, other] = [await room.open(), await room.open(room.apart())];
  await fill(here, 2);
  const { seq: head, epoch } = await here.log.state();
  const tables = ["messages", "sends", "room"];
  for (const name of tables)
    await room.sql.unsafe(`CREATE TABLE old_${name} AS SELECT * FROM ${name}`);
  await fill(here, 3);
  await room.end(other);
  for (const name of tables) {
    await room.sql.unsafe(`DELETE FROM ${name}`);
    await room.sql.unsafe(`INSERT INTO ${name} SELECT * FROM old_${name}`);
  }
  const later = await room.open(room.apart());
  expect((await later.log.state()).epoch).toBe(epoch);
  await fill(later, 5, "b");
  const refused = await here.log.after(head + 3, 10, DAY).catch((error) => error);
  expect(refused).toBeInstanceOf(LogReplaced);
  expect((await here.log.state()).epoch).not.toBe(epoch);
  expect(room.reports).toEqual([]);
});

test("a start notices a log that was put back and has grown past what was known", async () => {
  await using room = await linkedRoom("postgres");
  const first = await room.open();
  await fill(first, 2);
  const { epoch } = await first.log.state();
  const tables = ["messages", "sends", "room"];
  for (const name of tables) {
    await room.sql.unsafe(`CREATE TABLE old_${name} AS SELECT * FROM ${name}`);
  }
  await fill(first, 3);
  await room.end(first);
  for (const name of tables) {
    await room.sql.unsafe(`DELETE FROM ${name}`);
    await room.sql.unsafe(`INSERT INTO ${name} SELECT * FROM old_${name}`);
  }
  const other = await openApart();
  await fill(other, 8, "b");
  await room.end(other);
  expect((await (await room.open()).log.state()).epoch).not.toBe(epoch);

  /** On another machine, which has the key and knows nothing of the log. */
  async function openApart() {
    const dayKey = room.apart();
    await copyFile(room.env["DAY_KEY_FILE"] ?? "", dayKey);
    return room.open(dayKey);
  }
});
