/** Samples of a day, taken before it ends. After its destruction we search for them. */
import { z } from "zod";
import type { RoomRow } from "../database/room-row.ts";
import { integer, linkedMessages } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import type { MessageCipher } from "./message-cipher.ts";

const MOST = 16;
const MOST_OUT_OF_SIGHT = 4;
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
  /** What links its row to the one before; null where it is not linked. */
  chain: string | null;
}

/** The day that ends, and where it began. */
type Place = Pick<RoomRow, "day" | "since">;

/** Spread evenly over the day's messages, and some of those that are out of sight. */
export async function takeSamples(
  sql: Sql,
  cipher: MessageCipher,
  place: Place,
): Promise<Sample[]> {
  const rows = [
    ...(await rowsInSight(sql, place)),
    ...(await sql`SELECT * FROM withdrawn WHERE date_created = ${place.day} LIMIT ${MOST_OUT_OF_SIGHT}`),
  ];
  // Midnight does not wait for a row that cannot be read.
  const samples = linkedMessages(rows).flatMap(({ message, chain }): [number, Sample][] => {
    if (message === null) return [];
    const { id, text: stored } = message;
    const said = cipher.open(message.day, id, stored);
    const isTelling = said !== null && Buffer.byteLength(said) >= TELLING_BYTES;
    return [[id, { id, stored, said: isTelling ? said : null, chain }]];
  });
  return [...new Map(samples).values()];
}

async function rowsInSight(sql: Sql, { day, since }: Place): Promise<Rows> {
  // Two subqueries: each ends at the first place that fits. With both in one, SQLite would read the whole day.
  const [range] = await sql`SELECT
    (SELECT MIN(id) FROM messages WHERE id > ${since} AND date_created = ${day}) AS first,
    (SELECT MAX(id) FROM messages WHERE id > ${since} AND date_created = ${day}) AS last`;
  const { first, last } = Range.parse(range);
  if (first === null || last === null) return [];
  const step = Math.max(1, Math.floor((last - first) / MOST));
  const rows: Rows = [];
  for (let at = 0; at < MOST; at++) {
    rows.push(
      ...(await sql`SELECT * FROM messages WHERE id >= ${first + at * step} ORDER BY id LIMIT 1`),
    );
  }
  return rows;
}

/** The byte patterns to search for. */
export function patternsOf(samples: readonly Sample[]): Buffer[] {
  return samples.flatMap(({ stored, said }) => [
    ...(Buffer.byteLength(stored) >= TELLING_BYTES ? [Buffer.from(stored)] : []),
    ...(said === null || said === stored ? [] : [Buffer.from(said)]),
  ]);
}

/** As `patternsOf`, of what links the rows. A server's write-ahead log keeps them, as it keeps sealed texts. */
export function linkPatternsOf(samples: readonly Sample[]): Buffer[] {
  return samples.flatMap(({ chain }) => (chain === null ? [] : [Buffer.from(chain)]));
}
