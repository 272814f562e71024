import { z } from "zod";
import { integer } from "./rows.ts";
import type { Sql } from "./sql.ts";

const Place = z.object({
  seq: integer,
  day: z.string(),
  topic: z.string(),
  rules: z.string(),
  configured: z.string(),
  key_check: z.string(),
  /** The place at which the day began: what is before it is over. */
  since: integer,
});
/** Where the log stands, and what holds there. */
export type Place = z.infer<typeof Place>;

/** The row of `room`, parsed. */
export const placeOf = (row: unknown): Place => Place.parse(row);

export async function readPlace(sql: Sql): Promise<Place> {
  const [row] = await sql`SELECT * FROM room`;
  return placeOf(row);
}
