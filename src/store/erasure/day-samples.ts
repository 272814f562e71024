/** Some of what a day holds, kept in memory while it is destroyed, to look for afterwards. */
import { z } from "zod";
import { integer, messageRows } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import type { MessageCipher } from "./message-cipher.ts";

const MOST = 16;
/** A shorter text may stand in a file by chance. */
const TELLING_BYTES = 16;

const end = z.union([z.null(), integer]);
const Range = z.object({ first: end, last: end });

export interface Sample {
  id: number;
  /** As the row held it. */
  stored: string;
  /** As it was said; null where it is too short to look for. */
  said: string | null;
}

/** Evenly over the places of the day. */
export async function takeSamples(sql: Sql, cipher: MessageCipher, day: string): Promise<Sample[]> {
  // Two questions: SQLite answers one of them alone from the index.
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

/** The bytes that would give a sample away. */
export function patternsOf(samples: readonly Sample[]): Buffer[] {
  return samples.flatMap(({ stored, said }) => [
    ...(Buffer.byteLength(stored) >= TELLING_BYTES ? [Buffer.from(stored)] : []),
    ...(said === null || said === stored ? [] : [Buffer.from(said)]),
  ]);
}
