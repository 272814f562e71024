/** Log events other than messages, as rows of the table `events` and back. */
import { z } from "zod";
import { type RoomEvent, storedKind } from "../../events/kinds.ts";
import type { Dialect } from "../database/database.ts";
import { integer } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import { type Chain, type EventRow, eventColumns, type Found, rowOf } from "./chain.ts";

const Row = z.object({
  seq: integer,
  kind: z.string(),
  id: integer.nullable(),
  data: z.string().nullable(),
  chain: z.string().nullable().default(null),
});
const EventRows = z.array(Row);

export function eventRows(rows: unknown): RoomEvent[] {
  return EventRows.parse(rows).map(eventOf);
}

/** A row with what links it to the row before. */
interface LinkedEvent {
  seq: number;
  /** As it was stored; null where it can be no row's. */
  row: EventRow | null;
  /** Null where no event was stored so. */
  event: RoomEvent | null;
  chain: string | null;
}

const Linked = z.object({ seq: integer, chain: z.string().nullable().catch("") });

export const linkedEvents = (rows: Rows): LinkedEvent[] =>
  [...rows].flatMap((found) => {
    const linked = Linked.safeParse(found);
    if (!linked.success) return [];
    const row = Row.safeParse(found);
    const event = row.success ? eventIfSound(row.data) : null;
    return [{ ...linked.data, row: row.success ? row.data : null, event }];
  });

export const foundEvent = ({ seq, row, event, chain }: LinkedEvent): Found => ({
  seq,
  columns: row && event && eventColumns(row),
  chain,
});

function eventIfSound(row: EventRow): RoomEvent | null {
  try {
    return eventOf(row);
  } catch {
    // Its data may be no JSON, or not what its kind has.
    return null;
  }
}

/** Throws where no event was stored so. */
function eventOf({ seq, kind: name, ...columns }: EventRow): RoomEvent {
  const { type, kind } = storedKind(name);
  return kind.schema.parse({ type, seq, ...kind.read(columns) });
}

export async function insertEvent(sql: Sql, event: RoomEvent): Promise<void> {
  const { seq, kind, id, data } = rowOf(event);
  await sql`INSERT INTO events (seq, kind, id, data) VALUES (${seq}, ${kind}, ${id}, ${data})`;
}

/** Links what was just inserted, in order of `seq`; messages are linked where they are. */
export async function linkEvents(
  sql: Sql,
  dialect: Dialect,
  chain: Chain,
  rows: readonly EventRow[],
): Promise<void> {
  const links = rows.flatMap((row) => {
    const link = chain.link(row.seq, eventColumns(row));
    return link === null ? [] : [{ seq: row.seq, chain: link }];
  });
  if (links.length === 0) return;
  const given =
    dialect === "postgres"
      ? sql`SELECT * FROM jsonb_to_recordset(${links}::jsonb) AS link(seq bigint, chain text)`
      : sql`SELECT value->>'seq' AS seq, value->>'chain' AS chain
          FROM json_each(${JSON.stringify(links)})`;
  await sql`UPDATE events SET chain = given.chain FROM (${given}) AS given
    WHERE events.seq = given.seq`;
}

/** The events of a day that nobody has said anything in yet; none where somebody has. */
export async function firstEvents(sql: Sql, since: number, head: number): Promise<EventRow[]> {
  const rows = EventRows.parse([
    ...(await sql`SELECT * FROM events WHERE seq >= ${since} ORDER BY seq LIMIT 100`),
  ]);
  return rows.length === head - since + 1 ? rows : [];
}
