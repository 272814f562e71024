import { z } from "zod";
import type { ReadOnly } from "../../store/database/open-read-only.ts";
import { type RoomRow, readRoomRow } from "../../store/database/room-row.ts";
import { integer } from "../../store/database/rows.ts";
import type { Sql } from "../../store/database/sql.ts";
import { type Finding, fail, ok } from "../findings.ts";

const SLICE = 10_000;

const Head = z.tuple([z.object({ last: integer, imported: integer })]);
const Slice = z.tuple([
  z.object({ places: integer, sends: integer, events: integer, uncounted: integer }),
]);

/**
 * Every place of today's log up to its head is a message's, also of one that was removed, or an
 * event's, and never two's. The receipt counts `sends`, so each message is there too.
 */
export async function* checkLog(db: ReadOnly, { since }: RoomRow): AsyncGenerator<Finding> {
  const sql = db.read;
  // Before the head is read, which only grows.
  const [{ last, imported }] = Head.parse([
    ...(await sql`SELECT
      (SELECT COALESCE(MAX(seq), 0) FROM (SELECT MAX(seq) AS seq FROM sends
        UNION ALL SELECT MAX(seq) FROM events UNION ALL SELECT MAX(id) FROM messages) AS places) AS last,
      (SELECT COALESCE(MAX(seq), 0) FROM sends WHERE at = 0) AS imported`),
  ]);
  const { seq: head } = await readRoomRow(sql);
  if (last > head) yield fail("log", `it has place ${last}, and its head is ${head}.`);
  // The earlier program left gaps, and messages without a time of sending.
  const first = Math.max(since, imported) + 1;
  const sums = { gaps: 0, twice: 0, uncounted: 0, messages: 0 };
  for (let from = first; from <= head; from += SLICE) {
    const to = Math.min(head, from + SLICE - 1);
    const { places, sends, events, uncounted } = await readSlice(sql, from, to);
    sums.gaps += to - from + 1 - places;
    sums.twice += sends + events - places;
    sums.uncounted += uncounted;
    sums.messages += sends;
  }
  const { gaps, twice, uncounted, messages } = sums;
  if (gaps > 0) yield fail("log", `${gaps} places after ${first - 1} are nobody's.`);
  if (twice > 0) yield fail("log", `${twice} places are a message's and an event's.`);
  if (uncounted > 0) yield fail("log", `${uncounted} messages would not be in today's receipt.`);
  if (last <= head && gaps === 0 && twice === 0 && uncounted === 0) {
    yield ok("log", `no gap up to ${head}, and today's receipt counts ${messages} messages`);
  }
}

async function readSlice(sql: Sql, from: number, to: number) {
  const [sums] = Slice.parse([
    ...(await sql`SELECT
      (SELECT COUNT(*) FROM (SELECT seq FROM sends WHERE seq BETWEEN ${from} AND ${to}
        UNION SELECT seq FROM events WHERE seq BETWEEN ${from} AND ${to}) AS places) AS places,
      (SELECT COUNT(*) FROM sends WHERE seq BETWEEN ${from} AND ${to}) AS sends,
      (SELECT COUNT(*) FROM events WHERE seq BETWEEN ${from} AND ${to}) AS events,
      (SELECT COUNT(*) FROM messages WHERE id BETWEEN ${from} AND ${to}
        AND id NOT IN (SELECT seq FROM sends WHERE seq BETWEEN ${from} AND ${to})) AS uncounted`),
  ]);
  return sums;
}
