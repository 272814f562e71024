import { agree, type Terms } from "./agreement.ts";
import { withTimeout } from "./call-timeout.ts";
import { type Database, type Report, toStandardError } from "./database/database.ts";
import { migrate } from "./database/migrations.ts";
import { openDatabase } from "./database/open-database.ts";
import { SqlDayDestruction } from "./erasure/day-destruction.ts";
import { MessageCipher } from "./erasure/message-cipher.ts";
import { SqlLog } from "./log/log.ts";
import { SqlNodes } from "./nodes.ts";
import type { DatabaseAddress, Store } from "./ports.ts";
import { openSqliteThread } from "./thread/client.ts";
import { SqlUsers } from "./users.ts";

/**
 * The store behind the room's ports. SQLite syncs while it holds its thread, so it gets one
 * of its own: a slow disk delays what is being stored and no socket.
 */
export async function openStore(
  address: DatabaseAddress,
  perMinute: number,
  report: Report = toStandardError,
): Promise<Store> {
  return address.dialect === "sqlite"
    ? openSqliteThread(address, perMinute, report)
    : openHere(address, perMinute, { report });
}

interface Here {
  timeoutMs?: number;
  report?: Report;
}

/** Longer than PostgreSQL lets any statement run: who is silent for so long is not there. */
const CALL_TIMEOUT_MS = 15_000;

/**
 * The store on the calling thread, its tables brought up to date. A connection may die without a
 * word, and TCP would wait for a quarter of an hour; here a call fails after `timeoutMs`.
 */
export async function openHere(
  address: DatabaseAddress,
  perMinute: number,
  { timeoutMs = CALL_TIMEOUT_MS, report = toStandardError }: Here = {},
): Promise<Store> {
  const db = await openDatabase(address, { report });
  const cipher = await prepare(db, address).catch(async (error: unknown) => {
    await db.close();
    throw db.explain(error);
  });
  const destruction = new SqlDayDestruction(db, cipher);
  const log = new SqlLog(db, perMinute, cipher, destruction);
  const users = new SqlUsers(db);
  const salt = async (day: string) => cipher.salt(day);
  const close = async () => {
    cipher.close();
    await db.close();
  };
  const terms = (given: Terms) => agree(db, given);
  if (db.dialect === "sqlite")
    return { log, users, nodes: null, destruction, salt, agree: terms, close };
  const bounded = <Port extends object>(port: Port) =>
    withTimeout(port, timeoutMs, () => db.reconnect());
  const nodes = bounded(new SqlNodes(db));
  return {
    log: bounded(log),
    users: bounded(users),
    nodes,
    destruction,
    salt,
    agree: terms,
    close,
  };
}

/** Brings the tables up to date and reads the day's key. */
async function prepare(db: Database, address: DatabaseAddress): Promise<MessageCipher> {
  // An earlier program let what it deleted lie in free pages.
  if (await migrate(db)) {
    await db.vacuum();
    await db.checkpointWal();
  }
  return MessageCipher.open(db, {
    file: address.dayKey,
    secret: address.dialect === "postgres" ? address.secret : null,
  });
}
