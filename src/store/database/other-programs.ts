import { z } from "zod";
import { type Dialect, UnusableDatabase } from "./database.ts";
import type { Sql } from "./sql.ts";

/**
 * The columns of tables that exist before the migrations. A table of this name without one of them
 * is another program's.
 */
const COLUMNS: Record<string, readonly string[]> = {
  users: ["id", "email", "username", "hashed_password", "is_active", "is_admin", "created_at"],
  messages: ["id", "user", "text", "timestamp", "date_created", "user_id"],
  migrations: ["number"],
};
const Names = z.array(z.object({ table: z.string(), column: z.string() }));

/** Throws UnusableDatabase if the tables are another program's. Changes nothing. */
export async function assertOurs(sql: Sql, dialect: Dialect): Promise<void> {
  const found = new Map<string, Set<string>>();
  for (const { table, column } of await columnsOf(sql, dialect)) {
    found.set(table, (found.get(table) ?? new Set()).add(column));
  }
  const known = Object.keys(COLUMNS);
  // A PostgreSQL database may have other programs' tables too; a SQLite file belongs to one program.
  if (dialect === "sqlite" && found.size > 0 && !known.some((table) => found.has(table))) {
    refuse(`it holds the table “${[...found.keys()][0]}” and none of this program's`);
  }
  for (const table of known) {
    const columns = found.get(table);
    const missing = columns && COLUMNS[table]?.find((column) => !columns.has(column));
    if (missing !== undefined) refuse(`its table “${table}” has no column “${missing}”`);
  }
}

function refuse(because: string): never {
  throw new UnusableDatabase(
    `The database belongs to another program: ${because}. Name another database in DATABASE_URL.`,
  );
}

async function columnsOf(sql: Sql, dialect: Dialect) {
  const rows =
    dialect === "sqlite"
      ? await sql.unsafe(`SELECT t.name AS "table", c.name AS "column"
          FROM sqlite_master t JOIN pragma_table_info(t.name) c
          WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'`)
      : await sql.unsafe(`SELECT table_name AS "table", column_name AS "column"
          FROM information_schema.columns WHERE table_schema = current_schema()`);
  return Names.parse([...rows]);
}
