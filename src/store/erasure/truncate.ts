/** The end of a day on PostgreSQL: its files are unlinked. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { SQL } from "bun";
import { z } from "zod";
import type { Check } from "../../midnight/receipt.ts";
import type { Sql } from "../database/sql.ts";
import { countInFolder } from "./byte-search.ts";
import { DAY_TABLES } from "./day-tables.ts";

/** Fails with `lock_not_available` where somebody reads for longer than writers may wait; see `terminateBlockingReaders`. */
export async function truncate(sql: Sql): Promise<void> {
  await sql`SET LOCAL lock_timeout = '40ms'`;
  const emptied = DAY_TABLES.join(", ");
  await sql.unsafe(`TRUNCATE ${emptied}`);
}

export function isLockTimeout(error: unknown): boolean {
  return error instanceof SQL.PostgresError && `${error.errno}` === "55P03";
}

/** A dump or a forgotten transaction must not keep yesterday, where this role may end it. Our own statements are short. */
export async function terminateBlockingReaders(sql: Sql): Promise<void> {
  const tables = DAY_TABLES.map((table) => `'${table}'::regclass`).join(", ");
  await sql.unsafe(`SELECT pg_terminate_backend(activity.pid) FROM pg_stat_activity AS activity
    JOIN pg_locks ON pg_locks.pid = activity.pid
    WHERE pg_locks.relation IN (${tables})
      AND activity.application_name NOT LIKE 'rage-room%' AND activity.datname = current_database()
      AND pg_has_role(current_user, activity.usesysid, 'USAGE')`);
}

const Path = z.object({ path: z.string(), folder: z.string().nullable() });

/** Where the day's texts lie on the server's disk, as far as it can be seen from here. */
export class OldTableFiles {
  readonly #path: string;
  readonly #folder: string | null;

  private constructor(path: string, folder: string | null) {
    this.#path = path;
    this.#folder = folder;
  }

  static async of(sql: Sql): Promise<OldTableFiles> {
    const [row] = await sql`SELECT pg_relation_filepath('messages') AS path,
      CASE WHEN pg_has_role('pg_read_all_settings', 'member')
        THEN current_setting('data_directory') END AS folder`;
    const { path, folder } = Path.parse(row);
    return new OldTableFiles(path, folder);
  }

  async left(sql: Sql, patterns: readonly Buffer[]): Promise<Check[]> {
    const [row] = await sql`SELECT pg_relation_filepath('messages') AS path, NULL AS folder`;
    const replaced = Path.parse(row).path !== this.#path;
    const checks: Check[] = [{ what: "replaced", found: replaced ? 0 : 1, ok: replaced }];
    const folder = this.#folder;
    if (folder === null || !(await isFolder(folder))) return checks;
    const bytes = await sizeOf(join(folder, this.#path));
    checks.push({ what: "unlinked", found: bytes, ok: bytes === 0 });
    const clear = patterns.filter((needle) => needle[0] !== 1);
    const found = await countInFolder(join(folder, "pg_wal"), clear);
    return [...checks, { what: "wal", found, ok: found === 0 }];
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}
