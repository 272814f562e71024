/** Where a room is stored during one ordeal, and what is found there afterwards. */
import { join } from "node:path";
import { SQL } from "bun";
import { z } from "zod";
import { open } from "../src/store/erasure/aes-gcm.ts";
import { DayKey } from "../src/store/erasure/day-key.ts";
import type { PostgresServer } from "../test/harness/postgres-server.ts";
import type { Stored } from "./record.ts";

export const STORES = ["sqlite", "postgres"] as const;
export type Store = (typeof STORES)[number];

export interface StorageTarget {
  readonly url: string;
  /** Null for SQLite. */
  readonly server: PostgresServer | null;
  /** Where each node keeps the day's key; that of one opens what all of them stored. */
  readonly dayKey: (node: string) => string;
  /** Runs on a connection of its own, past every relay. */
  ask<Result>(question: (sql: SQL) => Promise<Result>): Promise<Result>;
}

export function sqliteGround(folder: string): StorageTarget {
  const file = join(folder, "messages.db");
  return {
    url: `sqlite:${file}`,
    server: null,
    dayKey: () => `${file}.day`,
    ask: (question) => using(new SQL({ adapter: "sqlite", filename: file }), question),
  };
}

/** A database of its own on a server that several ordeals share. */
export async function postgresGround(
  server: PostgresServer,
  folder: string,
): Promise<StorageTarget> {
  const name = `torture_${crypto.randomUUID().replaceAll("-", "")}`;
  await using(new SQL(server.url, { max: 1 }), (sql) => sql.unsafe(`CREATE DATABASE ${name}`));
  const url = new URL(server.url);
  url.pathname = name;
  const ask: StorageTarget["ask"] = (question) => using(new SQL(url.href, { max: 1 }), question);
  return { url: url.href, server, ask, dayKey: (node) => join(folder, `${node}.day`) };
}

async function using<Result>(sql: SQL, question: (sql: SQL) => Promise<Result>): Promise<Result> {
  try {
    return await question(sql);
  } finally {
    await sql.close({ timeout: 1 });
  }
}

const place = z.coerce.number().pipe(z.int());
const Room = z.object({ seq: place, epoch: z.string(), day: z.string() });
const Messages = z.array(z.object({ id: place, text: z.string(), day: z.string() }));
const Events = z.array(z.object({ seq: place, kind: z.string(), data: z.string().nullable() }));

export async function headOf({ ask }: StorageTarget): Promise<number> {
  return ask(async (sql) => Room.parse((await sql`SELECT * FROM room`)[0]).seq);
}

/** As `node` can read it. */
export async function storedIn({ ask, dayKey }: StorageTarget, node: string): Promise<Stored> {
  const keys = new DayKey(dayKey(node), "chained");
  return ask(async (sql) => {
    const { seq, epoch, day } = Room.parse((await sql`SELECT * FROM room`)[0]);
    keys.advanceTo(day);
    const messages = await sql`SELECT id, text, date_created AS day FROM messages ORDER BY id`;
    const events = await sql`SELECT seq, kind, data FROM events ORDER BY seq`;
    return {
      head: seq,
      epoch,
      day,
      messages: Messages.parse([...messages]).map((message) => {
        const key = keys.of(message.day);
        return key ? { ...message, text: open(key, message.id, message.text) } : message;
      }),
      events: Events.parse([...events]),
    };
  });
}
