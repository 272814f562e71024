import { z } from "zod";
import { integer } from "./rows.ts";
import type { Sql } from "./sql.ts";

const RoomRow = z.object({
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
export type RoomRow = z.infer<typeof RoomRow>;

/** The row of `room`, parsed. */
export const roomRowOf = (row: unknown): RoomRow => RoomRow.parse(row);

export async function readRoomRow(sql: Sql): Promise<RoomRow> {
  const [row] = await sql`SELECT * FROM room`;
  return roomRowOf(row);
}
