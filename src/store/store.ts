import type { DatabaseAddress, Store } from "../room/ports.ts";
import { openDatabase } from "./database.ts";
import { SqlLog } from "./log.ts";
import { migrate } from "./migrations.ts";
import { SqlNodes } from "./nodes.ts";
import { patient } from "./patience.ts";
import { openSqliteThread } from "./sqlite-thread.ts";
import { SqlUsers } from "./users.ts";

/**
 * The store behind the room's ports. SQLite syncs while it holds its thread, so it gets one
 * of its own: a slow disk delays what is being stored and no socket.
 */
export async function openStore(address: DatabaseAddress, perMinute: number): Promise<Store> {
  return address.dialect === "sqlite"
    ? openSqliteThread(address.file, perMinute)
    : openHere(address, perMinute);
}

/** Longer than PostgreSQL lets any statement run: who is silent for so long is not there. */
const PATIENCE_MS = 15_000;

/**
 * The store on the calling thread, its tables brought up to date. A connection may die without a
 * word, and TCP would wait for a quarter of an hour; here a call fails after `patienceMs`.
 */
export async function openHere(
  address: DatabaseAddress,
  perMinute: number,
  patienceMs = PATIENCE_MS,
): Promise<Store> {
  const db = await openDatabase(address);
  await migrate(db);
  const log = new SqlLog(db, perMinute);
  const users = new SqlUsers(db);
  const close = () => db.close();
  if (db.dialect === "sqlite") return { log, users, nodes: null, close };
  const bounded = <Port extends object>(port: Port) => patient(port, patienceMs, () => db.renew());
  return { log: bounded(log), users: bounded(users), nodes: bounded(new SqlNodes(db)), close };
}
