/** What was said, into the log: one transaction for a whole batch. */
import type { SQL } from "bun";
import { z } from "zod";
import type { MessageEvent } from "../protocol.ts";
import type { Appended, Refused, Say } from "../room/ports.ts";
import type { Dialect } from "./database.ts";
import type { Place } from "./place.ts";
import type { RecentSends } from "./recent-sends.ts";
import { integer, sqlTime } from "./rows.ts";

/** What is looked for before anything is stored. */
interface Asked {
  sender: string;
  ref: string | null;
  user_id: number | null;
}
interface Row extends Asked {
  seq: number;
  name: string;
  text: string;
  kind: string;
}

/**
 * Runs under the room's lock; texts are stored as `seal` gives them. In order of the batch: a ref stored before gets its `seq`
 * again, a banned or too quick sender is refused, the rest take the next places.
 */
export async function appendSays(
  sql: SQL,
  dialect: Dialect,
  place: Place,
  says: readonly Say[],
  at: number,
  recent: RecentSends,
  seal: (seq: number, text: string) => string,
): Promise<Appended> {
  const asked = says.map(toAsked);
  const known = await storedRefs(sql, dialect, asked, place.since);
  await recent.catchUp(sql, place, at);
  const banned = await bannedUsers(sql, dialect, asked);
  const timestamp = new Date(at).toISOString();
  const events: MessageEvent[] = [];
  const rows: Row[] = [];
  const inBatch = new Map<string, number>();

  const outcomes = says.map((say): number | Refused => {
    const { key, userId, name, kind } = say.sender;
    const ref = storable(say.ref);
    const before = ref === null ? undefined : known.get(refKey(key, ref));
    if (before !== undefined) return before;
    if (userId !== null && banned.has(userId)) {
      return { code: "banned", detail: "This account is banned." };
    }
    const more = inBatch.get(key) ?? 0;
    const wait = recent.wait(key, at, more);
    if (wait > 0) return tooFast(recent.perMinute, wait);
    inBatch.set(key, more + 1);

    const seq = place.seq + rows.length + 1;
    rows.push({ ...toAsked(say), seq, name, text: seal(seq, say.text), kind });
    events.push({ type: "message", seq, id: seq, user: name, text: say.text, timestamp, kind });
    if (ref !== null) known.set(refKey(key, ref), seq);
    return seq;
  });

  if (rows.length > 0) await insertRows(sql, dialect, rows, place.day, at);
  return { events, outcomes };
}

function toAsked({ sender, ref }: Say): Asked {
  return { sender: sender.key, ref: storable(ref), user_id: sender.userId };
}

/** A ref may hold what PostgreSQL's text cannot, such as a zero character; its JSON form never does. */
function storable(ref: string | null): string | null {
  return ref === null ? null : JSON.stringify(ref);
}

const refKey = (sender: string, ref: string) => JSON.stringify([sender, ref]);

function tooFast(perMinute: number, wait: number): Refused {
  return {
    code: "rate_limited",
    detail: `That is more than ${perMinute} messages a minute; try again in ${wait} seconds.`,
    retryAfter: wait,
  };
}

/** The batch as a table. One text for any length, so that the statement is prepared once. */
function batch(sql: SQL, dialect: Dialect, rows: readonly Asked[]) {
  return dialect === "postgres"
    ? sql`jsonb_to_recordset(${rows}::jsonb) AS batch(seq bigint, sender text, ref text,
        name text, text text, kind text, user_id integer)`
    : sql`(SELECT value->>'seq' AS seq, value->>'sender' AS sender, value->>'ref' AS ref,
        value->>'name' AS name, value->>'text' AS text, value->>'kind' AS kind,
        value->>'user_id' AS user_id FROM json_each(${JSON.stringify(rows)})) AS batch`;
}

const RefRow = z.object({ sender: z.string(), ref: z.string(), seq: integer });

async function storedRefs(
  sql: SQL,
  dialect: Dialect,
  rows: readonly Asked[],
  since: number,
): Promise<Map<string, number>> {
  const found = await sql`SELECT sends.sender, sends.ref, sends.seq
    FROM ${batch(sql, dialect, rows)}
    JOIN sends ON sends.sender = batch.sender AND sends.ref = batch.ref
    WHERE sends.seq > ${since}`;
  return new Map(
    z
      .array(RefRow)
      .parse(found)
      .map(({ sender, ref, seq }) => [refKey(sender, ref), seq]),
  );
}

async function bannedUsers(
  sql: SQL,
  dialect: Dialect,
  rows: readonly Asked[],
): Promise<Set<number>> {
  if (rows.every((row) => row.user_id === null)) return new Set();
  const found = await sql`SELECT id FROM users
    WHERE id IN (SELECT user_id FROM ${batch(sql, dialect, rows)}) AND NOT is_active`;
  return new Set(
    z
      .array(z.object({ id: integer }))
      .parse(found)
      .map(({ id }) => id),
  );
}

async function insertRows(
  sql: SQL,
  dialect: Dialect,
  rows: readonly Row[],
  day: string,
  at: number,
): Promise<void> {
  await sql`INSERT INTO messages (id, "user", text, timestamp, date_created, user_id, kind)
    SELECT seq, name, text, ${time(sql, dialect, at)}, ${day}, user_id, kind
    FROM ${batch(sql, dialect, rows)}`;
  await sql`INSERT INTO sends (seq, sender, ref, at)
    SELECT seq, sender, ref, ${at} FROM ${batch(sql, dialect, rows)} WHERE TRUE
    ON CONFLICT (sender, ref) DO UPDATE SET seq = excluded.seq, at = excluded.at`;
}

function time(sql: SQL, dialect: Dialect, at: number) {
  return dialect === "postgres" ? sql`${sqlTime(at)}::timestamp` : sql`${sqlTime(at)}`;
}
