/** The statements for a batch of messages: on PostgreSQL one for all rows, on SQLite one for each row. */
import { z } from "zod";
import type { Standing } from "../../room/standing.ts";
import type { Dialect } from "../database/database.ts";
import { integer, sqlTime } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

/** What identifies a message before it is stored. */
export interface SendKey {
  sender: string;
  ref: string | null;
  user_id: number | null;
}
export interface Row extends SendKey {
  seq: number;
  range: string | null;
  standing: Standing;
  name: string;
  text: string;
  kind: string;
  /** The message that it replies to. */
  re: number | null;
  /** As in `Standings.isFirst`. */
  isFirst: boolean;
  /** As `Chain` gives it. */
  chain: string | null;
}

const Stored = z.array(z.object({ sender: z.string(), ref: z.string(), seq: integer }));

interface Batches {
  /** Which of these refs were stored after `since`. */
  stored(sql: Sql, asked: readonly SendKey[], since: number): Promise<z.infer<typeof Stored>>;
  insert(sql: Sql, rows: readonly Row[], day: string, at: number): Promise<void>;
}

/**
 * One statement for the whole batch, because round trips cost most. Its text is the same for any
 * size, so it is prepared once.
 */
const postgresBatch: Batches = {
  async stored(sql, asked, since) {
    return Stored.parse([
      ...(await sql`SELECT sends.sender, sends.ref, sends.seq FROM ${table(sql, asked)}
        JOIN sends ON sends.sender = batch.sender AND sends.ref = batch.ref
        WHERE sends.seq > ${since}`),
    ]);
  },

  async insert(sql, rows, day, at) {
    await sql`WITH batch AS (SELECT * FROM ${table(sql, rows)}), said AS (
        INSERT INTO messages (id, "user", text, timestamp, date_created, user_id, kind, re,
          first_word, chain)
        SELECT seq, name, text, ${sqlTime(at)}::timestamp, ${day}, user_id, kind, re, "isFirst",
          chain
        FROM batch)
      INSERT INTO sends (seq, sender, ref, "range", standing, at)
      SELECT seq, sender, ref, "range", standing, ${at} FROM batch
      ON CONFLICT (sender, ref) DO UPDATE SET seq = excluded.seq, "range" = excluded."range",
        standing = excluded.standing, at = excluded.at`;
  },
};

const sqliteBatch: Batches = {
  async stored(sql, asked, since) {
    const found: z.infer<typeof Stored> = [];
    for (const { sender, ref } of asked) {
      if (ref === null) continue;
      const rows = await sql`SELECT sender, ref, seq FROM sends
        WHERE sender = ${sender} AND ref = ${ref} AND seq > ${since}`;
      if (rows.length > 0) found.push(...Stored.parse(rows));
    }
    return found;
  },

  async insert(sql, rows, day, at) {
    const time = sqlTime(at);
    for (const { seq, name, text, user_id: userId, kind, re, sender, ref, ...row } of rows) {
      const { range, standing, isFirst, chain } = row;
      await sql`INSERT INTO messages (id, "user", text, timestamp, date_created, user_id, kind, re,
          first_word, chain)
        VALUES (${seq}, ${name}, ${text}, ${time}, ${day}, ${userId}, ${kind}, ${re}, ${isFirst},
          ${chain})`;
      await sql`INSERT INTO sends (seq, sender, ref, "range", standing, at)
        VALUES (${seq}, ${sender}, ${ref}, ${range}, ${standing}, ${at})
        ON CONFLICT (sender, ref) DO UPDATE SET seq = excluded.seq, "range" = excluded."range",
        standing = excluded.standing, at = excluded.at`;
    }
  },
};

export const BATCH_STATEMENTS: Record<Dialect, Batches> = {
  postgres: postgresBatch,
  sqlite: sqliteBatch,
};

function table(sql: Sql, rows: readonly SendKey[]) {
  return sql`jsonb_to_recordset(${rows}::jsonb) AS batch(seq bigint, sender text, ref text,
    "range" text, standing text, name text, text text, kind text, user_id integer, re bigint,
    "isFirst" boolean, chain text)`;
}
