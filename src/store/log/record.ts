/** One event at the next seq of the log. Runs under the room's lock. */

import type { RoomEvent } from "../../events/kinds.ts";
import type { Topic } from "../../room/commands.ts";
import { REMOVED_IDS } from "../../wire/limits.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import { insertEvent } from "./event-rows.ts";

type Draft = RoomEvent extends infer Event
  ? Event extends { seq: number }
    ? Omit<Event, "seq">
    : never
  : never;

export async function record(sql: Sql, place: RoomRow, draft: Exclude<Draft, { type: "message" }>) {
  const event = { ...draft, seq: place.seq + 1 };
  await insertEvent(sql, event);
  return [event];
}

/** As many events as it takes, none larger than the protocol allows. */
export async function recordRemoved(
  sql: Sql,
  place: RoomRow,
  ids: readonly number[],
  by: "author" | "ban",
): Promise<RoomEvent[]> {
  const events: RoomEvent[] = [];
  for (let at = 0; at < ids.length; at += REMOVED_IDS) {
    const next = { ...place, seq: place.seq + events.length };
    const part = ids.slice(at, at + REMOVED_IDS);
    events.push(...(await record(sql, next, { type: "removed", ids: part, by })));
  }
  return events;
}

export async function changeTopic(sql: Sql, place: RoomRow, { topic, rules }: Topic) {
  await sql`UPDATE room SET topic = ${topic}, rules = ${rules}`;
  return record(sql, place, { type: "topic", topic, rules });
}
