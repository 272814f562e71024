import type { Dialect } from "./database.ts";
import type { Sql } from "./sql.ts";

/** A list of ids, for `IN (…)`. */
export const idList = (sql: Sql, dialect: Dialect, ids: readonly number[]) =>
  dialect === "postgres"
    ? sql`SELECT jsonb_array_elements_text(${ids}::jsonb)::bigint`
    : sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;

/** A list of texts, for `IN (…)`. */
export const textList = (sql: Sql, dialect: Dialect, texts: readonly string[]) =>
  dialect === "postgres"
    ? sql`SELECT jsonb_array_elements_text(${texts}::jsonb)`
    : sql`SELECT value FROM json_each(${JSON.stringify(texts)})`;
