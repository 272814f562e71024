import { type Database, type Dialect, UnusableDatabase } from "./database.ts";
import { accountLife, accountLists, secondSteps, secretFrom } from "./migrations-accounts.ts";
import {
  countedOnce,
  firstTables,
  namesByUnicode17,
  namesThatLookAlike,
  namesThatPretend,
  theLog,
} from "./migrations-earlier-program.ts";
import { fewerIndexes } from "./migrations-indexes.ts";
import {
  agreement,
  chain,
  epoch,
  felts,
  firstWords,
  hiding,
  keyOfTheDay,
  lastMinute,
  methods,
  moderators,
  moods,
  receipts,
  replies,
  reports,
  sanctions,
  severalNodes,
  shield,
  slowMode,
  standings,
  tokenVersion,
  topics,
  withdrawals,
} from "./migrations-tables.ts";
import { assertOurs } from "./other-programs.ts";
import type { Sql } from "./sql.ts";

/** Numbered by their index. A released one is never edited: each change is a new migration. */
const MIGRATIONS: ((sql: Sql, dialect: Dialect) => Promise<void>)[] = [
  firstTables,
  theLog,
  namesThatLookAlike,
  severalNodes,
  keyOfTheDay,
  receipts,
  felts,
  methods,
  namesThatPretend,
  agreement,
  tokenVersion,
  countedOnce,
  withdrawals,
  namesByUnicode17,
  moderators,
  sanctions,
  slowMode,
  topics,
  accountLife,
  shield,
  accountLists,
  standings,
  hiding,
  reports,
  secondSteps,
  epoch,
  secretFrom,
  lastMinute,
  replies,
  firstWords,
  moods,
  chain,
  fewerIndexes,
];
/** The version of the tables. */
export const SCHEMA = MIGRATIONS.length;

/**
 * Runs the migrations that are missing, each once however many nodes start. Returns whether any
 * ran. Throws UnusableDatabase for a database of a newer version or of another program. `to`: where
 * an older version would stop.
 */
export async function migrate(db: Database, to = SCHEMA): Promise<boolean> {
  return db.transaction(async (sql) => {
    // Any constant that only this program uses.
    if (db.dialect === "postgres") await sql`SELECT pg_advisory_xact_lock(8000)`;
    await assertOurs(sql, db.dialect);
    await sql`CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY)`;
    // An older version was let in, and did not know these: see downgrade.ts.
    await sql`UPDATE migrations SET number = -number WHERE number < 0`;
    const [done] = await sql`SELECT COALESCE(MAX(number), 0) AS number FROM migrations`;
    const first = Number(done?.["number"] ?? 0);
    if (first > MIGRATIONS.length) {
      throw new UnusableDatabase(
        `The database is of a newer version of this program (schema ${first}, this one knows ${MIGRATIONS.length}). Start that version, have it let this one in (rage-room downgrade), or put back a backup that this one made${db.dialect === "sqlite" ? " (rage-room restore)" : ""}.`,
      );
    }
    for (const [offset, run] of MIGRATIONS.slice(first, to).entries()) {
      await run(sql, db.dialect);
      await sql`INSERT INTO migrations (number) VALUES (${first + offset + 1})`;
    }
    return first < to;
  });
}
