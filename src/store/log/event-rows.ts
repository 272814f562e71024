/** Places of the log that are not messages, as rows of `events` and back. */
import { z } from "zod";
import type { RoomEvent } from "../../room/ports.ts";
import type { Dialect } from "../database/database.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

type PlainEvent = Exclude<RoomEvent, { type: "message" }>;

const EventRow = z.object({
  seq: integer,
  kind: z.enum(["deleted", "cleared", "topic", "felt", "quiet", "banned", "signed_out"]),
  id: integer.nullable(),
  data: z.string().nullable(),
});
const FeltData = z.array(z.tuple([z.int(), z.int()]));
const TopicData = z.object({ topic: z.string(), rules: z.string() });

export function eventRows(rows: unknown): PlainEvent[] {
  return z.array(EventRow).parse(rows).map(asEvent);
}

function asEvent({ seq, kind, id, data }: z.infer<typeof EventRow>): PlainEvent {
  switch (kind) {
    case "deleted":
      return {
        type: kind,
        seq,
        id: id ?? 0,
        ...(data === "author" || data === "ban" ? { by: data } : {}),
      };
    case "felt":
      return { type: kind, seq, counts: FeltData.parse(JSON.parse(data ?? "[]")) };
    case "cleared":
      return { type: kind, seq, day: data ?? "" };
    case "topic":
      return { type: kind, seq, ...TopicData.parse(JSON.parse(data ?? "{}")) };
    case "banned":
      return { type: kind, seq, userId: id ?? 0 };
    case "signed_out":
      return { type: kind, seq, userId: id ?? 0, tokenId: data ?? "" };
    case "quiet":
      return { type: kind, seq };
  }
}

export async function insertEvent(sql: Sql, event: PlainEvent): Promise<void> {
  const { id, data } = columns(event);
  await sql`INSERT INTO events (seq, kind, id, data)
    VALUES (${event.seq}, ${event.type}, ${id}, ${data})`;
}

/** In one statement: one person may take back thousands of messages at once. */
export async function insertEvents(
  sql: Sql,
  dialect: Dialect,
  events: readonly PlainEvent[],
): Promise<void> {
  const rows = events.map((event) => ({ seq: event.seq, kind: event.type, ...columns(event) }));
  const batch =
    dialect === "postgres"
      ? sql`jsonb_to_recordset(${rows}::jsonb) AS batch(seq bigint, kind text, id bigint, data text)`
      : sql`(SELECT value->>'seq' AS seq, value->>'kind' AS kind, value->>'id' AS id,
          value->>'data' AS data FROM json_each(${JSON.stringify(rows)})) AS batch`;
  await sql`INSERT INTO events (seq, kind, id, data) SELECT seq, kind, id, data FROM ${batch}`;
}

function columns(event: PlainEvent): { id: number | null; data: string | null } {
  switch (event.type) {
    case "deleted":
      return { id: event.id, data: event.by ?? null };
    case "felt":
      return { id: null, data: JSON.stringify(event.counts) };
    case "cleared":
      return { id: null, data: event.day };
    case "topic":
      return { id: null, data: JSON.stringify({ topic: event.topic, rules: event.rules }) };
    case "banned":
      return { id: event.userId, data: null };
    case "signed_out":
      return { id: event.userId, data: event.tokenId };
    case "quiet":
      return { id: null, data: null };
  }
}
