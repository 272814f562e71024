import { randomBytes } from "node:crypto";
import type { Change } from "../../room/ports.ts";
import type { Sql } from "../database/sql.ts";

/** More than a page of either database. */
const BYTES = 16_384;

/** Writes about as much as a message needs, and deletes it again. */
export async function writeFiller(sql: Sql): Promise<Change<undefined>> {
  // Random, because PostgreSQL would compress a repeated text.
  const filler = randomBytes(BYTES / 2).toString("hex");
  await sql`INSERT INTO events (seq, kind, data) VALUES (${-1}, ${""}, ${filler})`;
  await sql`DELETE FROM events WHERE seq = ${-1}`;
  return { events: [], result: undefined };
}
