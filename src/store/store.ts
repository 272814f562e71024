import type { DatabaseAddress, Store } from "../room/ports.ts";
import { openDatabase } from "./database.ts";
import { SqlLog } from "./log.ts";
import { migrate } from "./migrations.ts";
import { SqlNodes } from "./nodes.ts";
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

/** The store on the calling thread, its tables brought up to date. */
export async function openHere(address: DatabaseAddress, perMinute: number): Promise<Store> {
  const db = await openDatabase(address);
  await migrate(db);
  return {
    log: new SqlLog(db, perMinute),
    users: new SqlUsers(db),
    nodes: db.dialect === "postgres" ? new SqlNodes(db) : null,
    close: () => db.close(),
  };
}
