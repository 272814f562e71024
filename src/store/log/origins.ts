import { z } from "zod";
import type { Submission } from "../../room/ports.ts";
import type { Dialect } from "../database/database.ts";
import { idList } from "../database/id-list.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const Ids = z.array(z.object({ id: integer }));

/**
 * Which of the messages that these reply to stand today, and are in sight. Runs under the room's
 * lock: none of them goes before the reply is stored.
 */
export async function originsOf(
  sql: Sql,
  dialect: Dialect,
  { since }: RoomRow,
  submissions: readonly Submission[],
): Promise<ReadonlySet<number>> {
  const asked = [...new Set(submissions.flatMap(({ re }) => re ?? []))];
  if (asked.length === 0) return new Set();
  const rows = await sql`SELECT id FROM messages
    WHERE id > ${since} AND id IN (${idList(sql, dialect, asked)})`;
  return new Set(Ids.parse(rows).map(({ id }) => id));
}
