/**
 * What a day's receipt counts: all that was said, with what was deleted since, and who said it.
 * `sends` remembers both, and its rows outlive the messages' until the day is destroyed.
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

/** Of PostgreSQL, without the lock; `countLater` adds what came meanwhile. */
export async function countDay(sql: Sql): Promise<Count> {
  const [{ seq: upTo }] = Head.parse([...(await sql`SELECT seq FROM room`)]);
  const { messages, senders } = await countBetween(sql, 0, upTo);
  return { messages, senders, upTo };
}

/** Looks at what came since alone, so that the lock is not held for the whole day. */
export async function countLater(sql: Sql, { messages, senders, upTo }: Count): Promise<Counted> {
  const late = await countBetween(sql, upTo + 1, Number.MAX_SAFE_INTEGER);
  return { messages: messages + late.messages, people: senders.union(late.senders).size };
}

/** Of SQLite, a slice at a time: between slices others write. Changes nothing. */
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

async function countBetween(sql: Sql, from: number, to: number) {
  const [{ messages }] = Messages.parse([
    ...(await sql`SELECT COUNT(*) AS messages FROM sends WHERE seq BETWEEN ${from} AND ${to}`),
  ]);
  const rows = await sql`SELECT DISTINCT sender FROM sends WHERE seq BETWEEN ${from} AND ${to}`;
  return { messages, senders: new Set(Senders.parse(rows).map(({ sender }) => sender)) };
}
