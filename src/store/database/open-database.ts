import type { DatabaseAddress } from "../ports.ts";
import { type Database, type Report, toStandardError } from "./database.ts";
import { openSqlite } from "./sqlite.ts";

interface Opening {
  /** How long to try if PostgreSQL does not answer. */
  waitMs?: number;
  report?: Report;
}

/** At a start of the machine, PostgreSQL may start later than the room. */
const WAIT_MS = 30_000;

/** Connects, and checks the settings that durability needs. Throws UnusableDatabase, or the driver's error. */
export async function openDatabase(
  address: DatabaseAddress,
  { waitMs = WAIT_MS, report = toStandardError }: Opening = {},
): Promise<Database> {
  if (address.dialect === "sqlite") return openSqlite(address.file, report);
  // Loaded where it is used: the driver takes milliseconds of a start.
  const { openPostgres } = await import("./postgres.ts");
  return openPostgres(address.url, waitMs, report);
}
