/** A row that the disk changed is missing, is told of, and takes nothing else with it. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { SQL } from "bun";
import { readConfig } from "../../src/config.ts";
import { speakingLimits } from "../../src/room/speaking-limits.ts";
import { openStore } from "../../src/store/store.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, STORES, type Store, storedAt } from "../harness/room.ts";
import { AT, LIMIT, say, TOPIC } from "./nodes.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const DAY = "2026-03-01";

/** A store of three messages, whose second one reads as `changed` makes of it; and what it reports. */
async function damaged(
  store: Store,
  changed: (stored: string) => string,
  prepare: (sql: SQL) => Promise<void> = async () => undefined,
) {
  const { url, remove } = await emptyStore(store);
  const { database } = readConfig({ ...storedAt(url), SECRET_KEY: "s".repeat(32) });
  const reports: string[] = [];
  const open = () => openStore(database, speakingLimits(LIMIT), (line) => void reports.push(line));
  const before = await open();
  await before.log.turnDay(DAY, TOPIC, AT);
  const texts = ["First.", "Second.", "Third."];
  await before.log.append(
    texts.map((text) => say("a", text)),
    AT,
  );
  const { seq: head } = await before.log.state();
  await before.close();
  await using sql = new SQL(url, { max: 1 });
  await prepare(sql);
  const [row] = await sql`SELECT text FROM messages WHERE id = ${head - 1}`;
  await sql`UPDATE messages SET text = ${changed(row.text)} WHERE id = ${head - 1}`;
  const { log, close } = await open();
  return {
    log,
    head,
    reports,
    async [Symbol.asyncDispose]() {
      await close();
      await remove();
    },
  };
}

/** As an older version writes it. */
async function unlink(sql: SQL): Promise<void> {
  await sql`UPDATE messages SET chain = NULL`;
  await sql`UPDATE room SET chain = ''`;
}

/** Its middle, with one bit of it changed. */
const flipped = (stored: string) =>
  stored.replace(/(?<=^.{30})./su, (one) => String.fromCharCode(one.charCodeAt(0) ^ 1));

describe.each(STORES)("a row that was damaged, on %s", (store) => {
  test("is left out of every reading, and reported once", async () => {
    await using room = await damaged(store, flipped);
    const { log, head, reports } = room;
    const left = [{ text: "First." }, { text: "Third." }];
    expect(await log.history(DAY, 10)).toMatchObject(left);
    expect(await log.messagesAfter(DAY, 0, 10)).toMatchObject(left);
    expect(await log.after(head - 3, 10, DAY)).toMatchObject([
      { type: "message", text: "First." },
      { type: "quiet", seq: head - 1 },
      { type: "message", text: "Third." },
    ]);
    expect(reports).toHaveLength(1);
    expect(reports[0]).toStartWith(`The row of message ${head - 1} of ${DAY} is damaged`);
  });

  test("whose mark alone is damaged is read as it was said, where no row is linked, and never as it was stored", async () => {
    await using room = await damaged(store, (stored) => `A${stored.slice(1)}`, unlink);
    const read = await room.log.history(DAY, 10);
    expect(read.map(({ text }) => text)).toEqual(["First.", "Second.", "Third."]);
    expect(room.reports).toHaveLength(1);
  });
});
