/** Samples of a day, taken before it ends. After its destruction we search for them. */
import { z } from "zod";
import { integer, messageRows } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import type { MessageCipher } from "./message-cipher.ts";

const MOST = 16;
/** A shorter text may be in a file by coincidence. */
const TELLING_BYTES = 16;

const end = z.union([z.null(), integer]);
const Range = z.object({ first: end, last: end });

export interface Sample {
  id: number;
  /** As stored in the row. */
  stored: string;
  /** The text itself; null if it is too short to search for. */
  said: string | null;
}

/** Spread evenly over the day's messages. */
export async function takeSamples(sql: Sql, cipher: MessageCipher, day: string): Promise<Sample[]> {
  // Two subqueries: with MIN and MAX in one, SQLite would not use the index.
  const [range] = await sql`SELECT
    (SELECT MIN(id) FROM messages WHERE date_created = ${day}) AS first,
    (SELECT MAX(id) FROM messages WHERE date_created = ${day}) AS last`;
  const { first, last } = Range.parse(range);
  if (first === null || last === null) return [];
  const step = Math.max(1, Math.floor((last - first) / MOST));
  const samples = new Map<number, Sample>();
  for (let at = 0; at < MOST; at++) {
    const [row] = messageRows(
      await sql`SELECT * FROM messages WHERE id >= ${first + at * step} ORDER BY id LIMIT 1`,
    );
    if (!row) break;
    const said = cipher.open(row.day, row.id, row.text);
    const isTelling = said !== null && Buffer.byteLength(said) >= TELLING_BYTES;
    samples.set(row.id, { id: row.id, stored: row.text, said: isTelling ? said : null });
  }
  return [...samples.values()];
}

/** The byte patterns to search for. */
export function patternsOf(samples: readonly Sample[]): Buffer[] {
  return samples.flatMap(({ stored, said }) => [
    ...(Buffer.byteLength(stored) >= TELLING_BYTES ? [Buffer.from(stored)] : []),
    ...(said === null || said === stored ? [] : [Buffer.from(said)]),
  ]);
}
