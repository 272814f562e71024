import type { DatabaseAddress } from "../ports.ts";
import type { Database } from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

/** How long a start waits for PostgreSQL, which may be starting too. */
const WAIT_MS = 30_000;

/** Connects, and asserts what durability rests on. Throws UnusableDatabase, or the driver's error. */
export async function openDatabase(
  address: DatabaseAddress,
  { waitMs } = { waitMs: WAIT_MS },
): Promise<Database> {
  return address.dialect === "sqlite"
    ? openSqlite(address.file)
    : openPostgres(address.url, waitMs);
}
