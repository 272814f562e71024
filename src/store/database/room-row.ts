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
  /** The `seq` at which the day began. Everything before it is over. */
  since: integer,
  /** The `seq` at which the sanctions last changed. */
  sanctioned: integer,
  slow_seconds: integer,
});
/** The state of the room after the last event of the log. */
export type RoomRow = z.infer<typeof RoomRow>;

/** The row of `room`, parsed. */
export const roomRowOf = (row: unknown): RoomRow => RoomRow.parse(row);

export async function readRoomRow(sql: Sql): Promise<RoomRow> {
  const [row] = await sql`SELECT * FROM room`;
  return roomRowOf(row);
}
