import type { KeyObject } from "node:crypto";
import type { ReadOnly } from "../../store/database/open-read-only.ts";
import type { RoomRow } from "../../store/database/room-row.ts";
import { linkedMessages } from "../../store/database/rows.ts";
import { chainKey } from "../../store/erasure/derived-keys.ts";
import { brokenPlaces, type Found, linksOf } from "../../store/log/chain.ts";
import { ChainCheck, foundMessage } from "../../store/log/chain-check.ts";
import { foundEvent, linkedEvents } from "../../store/log/event-rows.ts";
import { type Finding, fail, ok } from "../findings.ts";

const WHAT = "chain";
const SLICE = 1_000;

/** Whether each place of today is linked to the one before it. `dayKey`: null where it is not here. */
export async function checkChain(
  db: ReadOnly,
  row: RoomRow,
  dayKey: KeyObject | null,
): Promise<Finding> {
  const { chain, chain_seq, day, key_check, seq: head, since } = row;
  if (key_check === "" || chain === "") return ok(WHAT, "nothing is linked yet");
  if (dayKey === null) return ok(WHAT, "without the key of the day it is not looked at");
  const key = chainKey(dayKey, day);
  const broken = new Set<number>();
  const check = new ChainCheck(db, {
    heldChainKey: () => key,
    reportDamaged: (_, seq) => void broken.add(seq),
    reportLost: (_, first) => void broken.add(first),
  });
  for (let first = since; first <= head; first += SLICE) {
    const last = Math.min(head, first + SLICE - 1);
    // With the last one of the slice before, which the first of this one follows.
    const found = await readSlice(db, Math.max(since, first - 1), last);
    const { places } = await check.range(found, row, first, last);
    const top = places.find(({ seq }) => seq === chain_seq);
    if (top && linksOf(top)?.own !== chain) broken.add(chain_seq);
    for (const seq of await brokenOutOfSight(db, key, first, last)) broken.add(seq);
  }
  if (broken.size === 0) return ok(WHAT, `each place up to ${head} follows the one before it`);
  const [first] = [...broken].toSorted((a, b) => a - b);
  const others = broken.size > 1 ? ` The same is true of ${broken.size - 1} after it.` : "";
  return fail(WHAT, `place ${first} of ${day} does not hold what was stored there.${others}`);
}

async function readSlice({ read: sql }: ReadOnly, first: number, last: number): Promise<Found[]> {
  const messages = await sql`SELECT * FROM messages WHERE id BETWEEN ${first} AND ${last}`;
  const events = await sql`SELECT * FROM events WHERE seq BETWEEN ${first} AND ${last}`;
  return [...linkedMessages(messages).map(foundMessage), ...linkedEvents(events).map(foundEvent)];
}

/** Their places are tombstones: what may come back there is looked at alone. */
async function brokenOutOfSight(
  { read: sql }: ReadOnly,
  key: string,
  first: number,
  last: number,
): Promise<Set<number>> {
  const rows = await sql`SELECT * FROM withdrawn WHERE id BETWEEN ${first} AND ${last} ORDER BY id`;
  return brokenPlaces(key, linkedMessages(rows).map(foundMessage), Number.POSITIVE_INFINITY);
}
