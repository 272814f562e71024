/**
 * Counts for a day's receipt: all messages, including deleted ones, and how many people sent them.
 * `sends` has both: it keeps its rows after a deletion, until the day is destroyed.
 */
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { inSlices } from "./slices.ts";

/** Of the positions up to `upTo`. */
export interface Count {
  messages: number;
  senders: ReadonlySet<string>;
  upTo: number;
}

export interface Counted {
  messages: number;
  people: number;
}

const Head = z.tuple([z.object({ seq: integer })]);
const Messages = z.tuple([z.object({ messages: integer })]);
const Senders = z.array(z.object({ sender: z.string() }));

/** On PostgreSQL, without the lock. `countLater` adds the messages that came in the meantime. */
export async function countDay(sql: Sql): Promise<Count> {
  const [{ seq: upTo }] = Head.parse([...(await sql`SELECT seq FROM room`)]);
  const { messages, senders } = await countBetween(sql, 0, upTo);
  return { messages, senders, upTo };
}

/** Under the lock, and fast: counts only the messages that came after `countDay`. */
export async function countLater(sql: Sql, { messages, senders, upTo }: Count): Promise<Counted> {
  const late = await countBetween(sql, upTo + 1, Number.MAX_SAFE_INTEGER);
  return { messages: messages + late.messages, people: senders.union(late.senders).size };
}

/** On SQLite, in slices, so that others can write between them. Changes nothing. */
export async function countInSlices(db: Database, first: number, last: number): Promise<Counted> {
  const senders = new Set<string>();
  let messages = 0;
  await inSlices(first, last, async (from, to) => {
    const slice = await countBetween(db.read, from, to);
    messages += slice.messages;
    for (const sender of slice.senders) senders.add(sender);
  });
  return { messages, people: senders.size };
}

/** Messages after the place `last`, where the day ended, that say they are of it. In slices: others write there. */
export async function countOutOfPlace(db: Database, day: string, last: number): Promise<number> {
  const [{ seq }] = Head.parse([...(await db.read`SELECT seq FROM room`)]);
  let count = 0;
  await inSlices(last + 1, seq, async (from, to) => {
    const [{ messages }] = Messages.parse([
      ...(await db.read`SELECT COUNT(*) AS messages FROM messages
        WHERE id BETWEEN ${from} AND ${to} AND date_created <= ${day}`),
    ]);
    count += messages;
  });
  return count;
}

async function countBetween(sql: Sql, from: number, to: number) {
  const [{ messages }] = Messages.parse([
    ...(await sql`SELECT COUNT(*) AS messages FROM sends WHERE seq BETWEEN ${from} AND ${to}`),
  ]);
  const rows = await sql`SELECT DISTINCT sender FROM sends WHERE seq BETWEEN ${from} AND ${to}`;
  return { messages, senders: new Set(Senders.parse(rows).map(({ sender }) => sender)) };
}
