import { z } from "zod";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

/** By less than that the clocks of nodes differ. */
const CLOCKS_MS = 60_000;

const Place = z.tuple([z.object({ place: integer })]);

/**
 * A place of `sends`, `first` or later: nothing between the two was said at `instant` or after it. It is found from the
 * end, past what was said since, without an index by time, to which every message would be written too.
 */
export async function placeBefore(sql: Sql, instant: number, first: number): Promise<number> {
  const [{ place }] = Place.parse([
    ...(await sql`SELECT COALESCE(MAX(seq), ${first}) AS place FROM sends
      WHERE seq > ${first} AND at < ${instant - CLOCKS_MS}`),
  ]);
  return place;
}
