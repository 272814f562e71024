/** Log events other than messages, as rows of the table `events` and back. */
import { z } from "zod";
import { kindOf, type RoomEvent, storedKind } from "../../events/kinds.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const EventRows = z.array(
  z.object({
    seq: integer,
    kind: z.string(),
    id: integer.nullable(),
    data: z.string().nullable(),
  }),
);

export function eventRows(rows: unknown): RoomEvent[] {
  return EventRows.parse(rows).map(({ seq, kind: name, ...columns }) => {
    const { type, kind } = storedKind(name);
    return kind.schema.parse({ type, seq, ...kind.read(columns) });
  });
}

export async function insertEvent(sql: Sql, event: RoomEvent): Promise<void> {
  const { id, data } = kindOf(event).write(event);
  await sql`INSERT INTO events (seq, kind, id, data)
    VALUES (${event.seq}, ${event.type}, ${id}, ${data})`;
}
