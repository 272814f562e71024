import type { DatabaseAddress } from "../ports.ts";
import { type Database, type Report, toStandardError } from "./database.ts";
import { openPostgres } from "./postgres.ts";
import { openSqlite } from "./sqlite.ts";

interface Opening {
  /** How long it tries to reach a PostgreSQL that does not answer. */
  waitMs?: number;
  report?: Report;
}

/** How long a start waits for PostgreSQL, which may be starting too. */
const WAIT_MS = 30_000;

/** Connects, and asserts what durability rests on. Throws UnusableDatabase, or the driver's error. */
export async function openDatabase(
  address: DatabaseAddress,
  { waitMs = WAIT_MS, report = toStandardError }: Opening = {},
): Promise<Database> {
  return address.dialect === "sqlite"
    ? openSqlite(address.file, report)
    : openPostgres(address.url, waitMs, report);
}
