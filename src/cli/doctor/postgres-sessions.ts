import { z } from "zod";
import { integer } from "../../store/database/rows.ts";
import type { Sql } from "../../store/database/sql.ts";
import { type Finding, ok, warn } from "../findings.ts";

const WHAT = "other programs";

const Sessions = z.array(z.object({ name: z.string(), count: integer, long: z.boolean() }));
const Archive = z.object({ archive: z.string(), slots: integer, senders: integer });

/** How many nodes are connected, by the names that their connections carry. */
export async function nodes(sql: Sql): Promise<number> {
  const [row] = await sql`SELECT COUNT(DISTINCT application_name) AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE 'rage-room %'`;
  return integer.parse(row?.["count"]);
}

/** Who else reads this database, and what copies it. */
export async function sessions(sql: Sql): Promise<Finding[]> {
  const rows = await sql`SELECT COALESCE(NULLIF(application_name, ''), 'a nameless one') AS name,
      COUNT(*) AS count, COALESCE(BOOL_OR(now() - xact_start > '1 minute'), FALSE) AS long
    FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND application_name NOT LIKE 'rage-room %' GROUP BY 1 ORDER BY 1`;
  const found = Sessions.parse([...rows]).map(({ name, count, long }) =>
    long
      ? warn(WHAT, `${name} holds a transaction for over a minute; midnight cuts it off.`)
      : ok(WHAT, `${name} is connected (${count})`),
  );
  const [row] = await sql`SELECT current_setting('archive_mode') AS archive,
    (SELECT COUNT(*) FROM pg_replication_slots) AS slots,
    (SELECT COUNT(*) FROM pg_stat_replication) AS senders`;
  const { archive, slots, senders } = Archive.parse(row);
  if (archive !== "off" || slots > 0 || senders > 0) {
    found.push(
      warn(
        WHAT,
        `the server is copied (archive_mode ${archive}, ${slots} slots, ${senders} receivers). A copy of a day holds its names and times, and sealed texts: keep the key of the day away from it.`,
      ),
    );
  }
  return found;
}
