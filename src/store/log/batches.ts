/** The statements for a batch of messages: on PostgreSQL one for all rows, on SQLite one for a few. */
import { z } from "zod";
import type { Dialect } from "../database/database.ts";
import { integer, sqlTime } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import type { StoredStanding } from "./stored-standing.ts";

/** What identifies a message before it is stored. */
export interface SendKey {
  sender: string;
  ref: string | null;
  user_id: number | null;
}
export interface Row extends SendKey {
  seq: number;
  range: string | null;
  standing: StoredStanding;
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
 * size, so it is prepared once. As `json`, which is read once; `jsonb` is built first, for half as much again.
 */
const postgresBatch: Batches = {
  async stored(sql, asked, since) {
    return Stored.parse([
      ...(await sql`SELECT sends.sender, sends.ref, sends.seq
        FROM json_to_recordset(${asked}::json) AS batch(sender text, ref text)
        JOIN sends ON sends.sender = batch.sender AND sends.ref = batch.ref
        WHERE sends.seq > ${since}`),
    ]);
  },

  async insert(sql, rows, day, at) {
    await sql`WITH batch AS (
          SELECT * FROM json_to_recordset(${rows}::json) AS batch(seq bigint, sender text, ref text,
            "range" text, standing text, name text, text text, kind text, user_id integer, re bigint,
            "isFirst" boolean, chain text)),
        said AS (
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

/** So many rows share a statement on SQLite: alone each costs as much around SQLite as in it. */
const TOGETHER = 16;

/** A statement for rows, of which each has `row` in its text: one or TOGETHER, so that it is prepared twice in all. */
function forRows(row: string, between: string, text: (rows: string) => string) {
  const [one, many] = [1, TOGETHER].map((count) => text(Array(count).fill(row).join(between)));
  return async <Item>(sql: Sql, items: readonly Item[], values: (item: Item) => unknown[]) => {
    const found: Rows = [];
    for (let at = 0; at < items.length; ) {
      const isMany = items.length - at >= TOGETHER;
      const next = at + (isMany ? TOGETHER : 1);
      const bound = items.slice(at, next).flatMap(values);
      found.push(...(await sql.unsafe((isMany ? many : one) ?? "", bound)));
      at = next;
    }
    return found;
  };
}

const findSends = forRows(
  "SELECT sender, ref, seq FROM sends WHERE sender = ? AND ref = ? AND seq > ?",
  " UNION ALL ",
  (rows) => rows,
);
const insertMessages = forRows(
  "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
  ", ",
  (rows) => `INSERT INTO messages (id, "user", text, timestamp, date_created, user_id, kind, re,
    first_word, chain) VALUES ${rows}`,
);
const insertSends = forRows(
  "(?, ?, ?, ?, ?, ?)",
  ", ",
  (rows) => `INSERT INTO sends (seq, sender, ref, "range", standing, at) VALUES ${rows}
    ON CONFLICT (sender, ref) DO UPDATE SET seq = excluded.seq, "range" = excluded."range",
      standing = excluded.standing, at = excluded.at`,
);

const sqliteBatch: Batches = {
  async stored(sql, asked, since) {
    const named = asked.filter(({ ref }) => ref !== null);
    return Stored.parse(await findSends(sql, named, ({ sender, ref }) => [sender, ref, since]));
  },

  async insert(sql, rows, day, at) {
    const time = sqlTime(at);
    await insertMessages(sql, rows, (row) => {
      const { seq, name, text, user_id: userId, kind, re, isFirst, chain } = row;
      return [seq, name, text, time, day, userId, kind, re, isFirst, chain];
    });
    await insertSends(sql, rows, (row) => {
      const { seq, sender, ref, range, standing } = row;
      return [seq, sender, ref, range, standing, at];
    });
  },
};

export const BATCH_STATEMENTS: Record<Dialect, Batches> = {
  postgres: postgresBatch,
  sqlite: sqliteBatch,
};
