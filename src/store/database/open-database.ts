import type { DatabaseAddress } from "../ports.ts";
import type { Database } from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

/** Connects, and asserts what durability rests on. Throws UnusableDatabase, or the driver's error. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  return address.dialect === "sqlite" ? openSqlite(address.file) : openPostgres(address.url);
}
