/** One event at the next seq of the log. Runs under the room's lock. */

import type { RoomEvent } from "../../events/kinds.ts";
import { viewOf } from "../../events/shield.ts";
import type { Topic } from "../../room/commands.ts";
import { EVENT_IDS, SNAPSHOT_MESSAGES } from "../../wire/limits.ts";
import { type RoomRow, shieldIn } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import { insertEvent } from "./event-rows.ts";
import type { OpenReport } from "./reports.ts";

type Draft = RoomEvent extends infer Event
  ? Event extends { seq: number }
    ? Omit<Event, "seq">
    : never
  : never;

/** Messages are not here: they have a table of their own. */
type StoredDraft = Exclude<Draft, { type: "message" }>;

export async function record(sql: Sql, place: RoomRow, draft: StoredDraft) {
  const event = { ...draft, seq: place.seq + 1 };
  await insertEvent(sql, event);
  return [event];
}

/** `row`: as it is after the change. */
export function recordMode(sql: Sql, row: RoomRow) {
  const { slow_seconds } = row;
  return record(sql, row, { type: "mode", slow_seconds, shield: viewOf(shieldIn(row)) });
}

/**
 * Whether the room takes messages in another way than usual, or did today. A node, or a page, that was a moment behind
 * at midnight is given nothing of the day before, so the new one says it again.
 */
export async function hasMode(sql: Sql, row: RoomRow): Promise<boolean> {
  if (row.slow_seconds > 0 || shieldIn(row) !== null) return true;
  const [changed] =
    await sql`SELECT 1 FROM events WHERE kind = 'mode' AND seq > ${row.since} LIMIT 1`;
  return changed !== undefined;
}

export function recordRemoved(
  sql: Sql,
  place: RoomRow,
  ids: readonly number[],
  by: "author" | "ban" | "staff" | "hidden",
): Promise<RoomEvent[]> {
  return recordParts(sql, place, ids, (part) => ({ type: "removed", ids: part, by }));
}

/** That messages are in sight again which the event at `undone` took away. It names the newest. */
export function recordRestored(
  sql: Sql,
  place: RoomRow,
  undone: number,
  of: "deleted" | "removed" | "cleared",
  ids: readonly number[],
) {
  const newest = ids.slice(-SNAPSHOT_MESSAGES);
  return record(sql, place, { type: "restored", undone, of, ids: newest, messages: [] });
}

export function recordReportCount(
  sql: Sql,
  place: RoomRow,
  { message: id, count, hidden }: OpenReport,
) {
  return record(sql, place, { type: "report_count", id, count, hidden });
}

export async function recordReportCounts(
  sql: Sql,
  place: RoomRow,
  reports: readonly OpenReport[],
): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for (const open of reports) {
    const next = { ...place, seq: place.seq + events.length };
    events.push(...(await recordReportCount(sql, next, open)));
  }
  return events;
}

export function recordFelt(
  sql: Sql,
  place: RoomRow,
  counts: readonly [id: number, count: number][],
): Promise<RoomEvent[]> {
  return recordParts(sql, place, counts, (part) => ({ type: "felt", counts: part }));
}

/** Records several events if one would name more messages than the protocol allows. */
async function recordParts<Named>(
  sql: Sql,
  place: RoomRow,
  named: readonly Named[],
  draft: (part: Named[]) => StoredDraft,
): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for (let at = 0; at < named.length; at += EVENT_IDS) {
    const next = { ...place, seq: place.seq + events.length };
    events.push(...(await record(sql, next, draft(named.slice(at, at + EVENT_IDS)))));
  }
  return events;
}

export async function changeTopic(sql: Sql, place: RoomRow, { topic, rules }: Topic) {
  await sql`UPDATE room SET topic = ${topic}, rules = ${rules}`;
  return record(sql, place, { type: "topic", topic, rules });
}
