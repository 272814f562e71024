import { z } from "zod";
import { RaisedBy, type Shield } from "../../events/shield.ts";
import { integer } from "./rows.ts";
import type { Sql } from "./sql.ts";

const RoomRow = z.object({
  seq: integer,
  /** Tells this log from another one with the same positions. */
  epoch: z.string(),
  /** Where the database lay when this epoch began. */
  place: z.string(),
  day: z.string(),
  timezone: z.string(),
  topic: z.string(),
  rules: z.string(),
  configured: z.string(),
  key_check: z.string(),
  /** The `seq` at which the day began. Everything before it is over. */
  since: integer,
  /** The `seq` at which the sanctions last changed. */
  sanctioned: integer,
  /** The `seq` at which messages were last removed or brought back. */
  removed: integer,
  /** What the day before leaves for newcomers: numbers of its last minute. Empty on the first day. */
  last_minute: z.string(),
  slow_seconds: integer,
  /** The link of the event at `chain_seq`; empty where the day has no chain. See log/chain.ts. */
  chain: z.string(),
  chain_seq: integer,
  chain_since: integer,
  /** Of the shield, in milliseconds since the epoch; all three null where it is down. */
  shield_since: integer.nullable(),
  shield_until: integer.nullable(),
  shield_by: RaisedBy.nullable(),
});
/** The state of the room after the last event of the log. */
export type RoomRow = z.infer<typeof RoomRow>;

/** The row of `room`, parsed. */
export const roomRowOf = (row: unknown): RoomRow => RoomRow.parse(row);

/** The shield that the row names; at `shield_until` it is over, ended or not. */
export function shieldIn(row: RoomRow): Shield | null {
  const { shield_since: since, shield_until: until, shield_by: raisedBy } = row;
  return since === null || until === null || raisedBy === null ? null : { since, until, raisedBy };
}

export async function readRoomRow(sql: Sql): Promise<RoomRow> {
  const [row] = await sql`SELECT * FROM room`;
  return roomRowOf(row);
}
