/** When the log has a new epoch. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { SQL } from "bun";
import { readConfig } from "../../src/config.ts";
import { LogReplaced } from "../../src/room/log-replaced.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { LogEpoch } from "../../src/store/log/epoch.ts";
import type { Store as OpenStore } from "../../src/store/ports.ts";
import { openStore } from "../../src/store/store.ts";
import { nextTurn } from "../harness/clock.ts";
import { emptyStore, STORES, type Store, storedAt } from "../harness/room.ts";
import { AT, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(60_000);
const DAY = "2026-03-01";

/** An empty room, and how a program opens it, is killed and ends there. */
async function placeOf(store: Store) {
  const { url, remove } = await emptyStore(store);
  const { database } = readConfig({ ...storedAt(url), SECRET_KEY: "s".repeat(32) });
  const opened = new Set<OpenStore>();
  return {
    url,
    file: url.slice("sqlite:".length),
    async open() {
      const node = await openStore(database, USUAL_LIMITS);
      opened.add(node);
      await node.log.turnDay(DAY, TOPIC, AT);
      return node;
    },
    async end(node: OpenStore) {
      opened.delete(node);
      await node.close();
    },
    async [Symbol.asyncDispose]() {
      for (const node of opened) await node.close();
      await remove();
    },
  };
}

const epochOf = async ({ log }: OpenStore) => (await log.state()).epoch;

async function fill({ log }: OpenStore, count: number): Promise<number> {
  for (let said = 0; said < count; said++) {
    await log.append([say(`${said}`, `one of ${count}, number ${said}`)], AT);
  }
  return (await log.state()).seq;
}

/** Changes what the file beside the database says. */
async function rewrite(file: string, change: object): Promise<void> {
  const known = JSON.parse(await readFile(`${file}.head`, "utf8"));
  await writeFile(`${file}.head`, JSON.stringify({ ...known, ...change }).padEnd(256));
}

describe.each(STORES)("the epoch on %s", (store) => {
  test("stays over an end and a crash of the program, and is another in another room", async () => {
    await using place = await placeOf(store);
    await using other = await placeOf(store);
    const first = await place.open();
    const epoch = await epochOf(first);
    expect(epoch).toMatch(/^[\w-]{16}$/);
    expect(await epochOf(await other.open())).not.toBe(epoch);
    await fill(first, 3);
    await place.end(first);
    const second = await place.open();
    expect(await epochOf(second)).toBe(epoch);
    // As after a crash: the second never ends.
    await fill(second, 3);
    expect(await epochOf(await place.open())).toBe(epoch);
  });

  test("is new after a start on a log that ends before the last known position", async () => {
    await using place = await placeOf(store);
    const first = await place.open();
    const epoch = await epochOf(first);
    const head = await fill(first, 3);
    await place.end(first);
    await using sql = new SQL(place.url);
    await sql`UPDATE room SET seq = ${head - 1}`;
    const second = await place.open();
    const next = await epochOf(second);
    expect(next).not.toBe(epoch);
    await place.end(second);
    expect(await epochOf(await place.open())).toBe(next);
  });
});

describe("on SQLite the epoch is new", () => {
  test.each<[string, (file: string) => Promise<void>]>([
    [
      "after the machine went down with the program",
      (file) => rewrite(file, { boot: "another", isClosed: false }),
    ],
    ["where nothing is known of the log", (file) => rm(`${file}.head`)],
    [
      "where what was known was not written to its end",
      (file) => writeFile(`${file}.head`, '{"epoch":'),
    ],
    [
      "where the folder was put back, with what was known",
      (file) => rewrite(file, { at: Date.now() - 60_000 }),
    ],
  ])("%s", async (_, happen) => {
    await using place = await placeOf("sqlite");
    const first = await place.open();
    const epoch = await epochOf(first);
    await fill(first, 2);
    await place.end(first);
    await happen(place.file);
    const second = await place.open();
    const next = await epochOf(second);
    expect(next).not.toBe(epoch);
    await place.end(second);
    expect(await epochOf(await place.open())).toBe(next);
  });

  test("where a copy of the file was put back, though the log has grown past the last position", async () => {
    await using place = await placeOf("sqlite");
    const first = await place.open();
    const epoch = await epochOf(first);
    await fill(first, 2);
    await place.end(first);
    await cp(place.file, `${dirname(place.file)}/copy.db`);
    const second = await place.open();
    await fill(second, 5);
    await place.end(second);
    await cp(`${dirname(place.file)}/copy.db`, place.file);
    const third = await place.open();
    expect(await epochOf(third)).not.toBe(epoch);
  });
});

describe("nodes on PostgreSQL", () => {
  test("follow no log that goes back under them, and agree on its new epoch", async () => {
    await using place = await placeOf("postgres");
    const [here, there] = [await place.open(), await place.open()];
    const epoch = await epochOf(here);
    const head = await fill(here, 5);
    expect(await epochOf(there)).toBe(epoch);
    await using sql = new SQL(place.url);
    await sql`DELETE FROM messages WHERE id > ${head - 2}`;
    await sql`DELETE FROM sends WHERE seq > ${head - 2}`;
    await sql`UPDATE room SET seq = ${head - 2}`;
    const refused = await here.log.append([say("a", "said in vain")], AT).catch((error) => error);
    expect(refused).toBeInstanceOf(LogReplaced);
    const next = await epochOf(here);
    expect(next).not.toBe(epoch);
    await fill(here, 4);
    // The other one was behind: for it the head never went back.
    const late = await there.log.after(head - 3, 10, DAY).catch((error) => error);
    expect(late).toBeInstanceOf(LogReplaced);
    expect(
      await there.log.append([say("b", "in vain too")], AT).catch((error) => error),
    ).toBeInstanceOf(LogReplaced);
    expect(await epochOf(there)).toBe(next);
    await there.log.append([say("b", "said now")], AT);
  });

  test("go back to no epoch that was left, running or after a start", async () => {
    await using place = await placeOf("postgres");
    const node = await place.open();
    const first = await epochOf(node);
    const head = await fill(node, 5);
    await using sql = new SQL(place.url);
    // As a server's files that are put back, each time of the log that was left.
    const putBack = (epoch: string) => sql`UPDATE room SET epoch = ${epoch}, seq = ${head}`;
    await sql`UPDATE room SET seq = ${head - 2}`;
    await node.log.after(head, 10, DAY).catch(() => undefined);
    const second = await epochOf(node);
    await putBack(first);
    await node.log.after(head, 10, DAY).catch(() => undefined);
    const third = await epochOf(node);
    await place.end(node);
    await putBack(second);
    const started = await place.open();
    const fourth = await epochOf(started);
    await place.end(started);
    expect(new Set([first, second, third, fourth]).size).toBe(4);
    expect(await epochOf(await place.open())).toBe(fourth);
  });

  test("keep it while the connections of one that opens it break, whenever they do", async () => {
    await using place = await placeOf("postgres");
    const epoch = await epochOf(await place.open());
    await using sql = new SQL(place.url);
    const db = await openDatabase({
      dialect: "postgres",
      url: place.url,
      dayKey: null,
      secret: "",
    });
    let broken = 0;
    for (let turns = 0; turns < 40; turns++) {
      const opened = LogEpoch.open(db, null).then(
        (one) => one.close(),
        () => {
          broken++;
        },
      );
      for (let turn = 0; turn < turns; turn++) await nextTurn();
      db.reconnect();
      await opened;
      const [row] = await sql`SELECT epoch FROM room`;
      expect(row).toEqual({ epoch });
    }
    await db.close();
    expect(broken).toBeGreaterThan(0);
  });
});
