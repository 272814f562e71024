/** Appends a batch of messages to the log, in one transaction. */

import type { RoomEvent } from "../../events/kinds.ts";
import { heardEvent } from "../../events/message.ts";
import { likenessOf } from "../../room/likeness.ts";
import type { Appended, Submission } from "../../room/ports.ts";
import type { Refused } from "../../room/refusal.ts";
import type { Dialect } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import type { Sql } from "../database/sql.ts";
import { ANOTHER_DAY, isOfAnotherDay } from "./another-day.ts";
import { BATCH_STATEMENTS, type Row, type SendKey } from "./batches.ts";
import { type Chain, messageColumns } from "./chain.ts";
import { Batch } from "./newcomers.ts";
import { originsOf } from "./origins.ts";
import { refusalOf } from "./speaking.ts";
import type { SpeakingMemory } from "./speaking-memory.ts";
import { toStored } from "./stored-standing.ts";

/** How a text and a row are kept. */
interface Keeping {
  seal(seq: number, text: string): string;
  link: Chain["link"];
}

/**
 * Runs under the room's lock, and stores each text as `seal` returns it. In the order of the batch:
 * a ref that is stored already gets its `seq` again, who is banned, muted or too fast is refused, or
 * repeats a text, or is a newcomer before their turn, and every other message gets the next `seq`.
 * A reply to what is gone is stored without saying to what.
 */
export async function appendSubmissions(
  sql: Sql,
  dialect: Dialect,
  place: RoomRow,
  submissions: readonly Submission[],
  at: number,
  { recent, standings, repeats, sanctions }: SpeakingMemory,
  { seal, link }: Keeping,
): Promise<Appended> {
  const given = submissions.map((say) => ({ say, ask: toSendKey(say) }));
  const batches = BATCH_STATEMENTS[dialect];
  const stored = await batches.stored(
    sql,
    given.map(({ ask }) => ask),
    place.since,
  );
  const known = new Map(stored.map(({ sender, ref, seq }) => [refKey(sender, ref), seq]));
  await recent.sync(sql, place, at);
  await sanctions.sync(sql, place);
  const senders = submissions.map(({ sender }) => sender);
  await standings.sync(sql, dialect, place, senders, at);
  const origins = await originsOf(sql, dialect, place, submissions);
  const timestamp = new Date(at).toISOString();
  const events: RoomEvent[] = [];
  const rows: Row[] = [];
  const inBatch = new Map<string, number>();
  const batch = new Batch();
  const pace = { recent, repeats, place, at, batch };

  const outcomes = given.map(({ say, ask }): number | Refused => {
    if (isOfAnotherDay(say.sender, place)) return ANOTHER_DAY;
    const { key, range, name, kind } = say.sender;
    const once = ask.ref === null ? null : refKey(key, ask.ref);
    const before = once === null ? undefined : known.get(once);
    if (before !== undefined) return before;
    const standing = standings.of(say.sender);
    const more = inBatch.get(key) ?? 0;
    const likeness = standing === "staff" ? null : likenessOf(say.text);
    const refused =
      sanctions.refusalOf(say.sender, at) ?? refusalOf(say, { standing, likeness, more }, pace);
    if (refused) return refused;
    inBatch.set(key, more + 1);
    batch.add(say.sender, standing);
    if (likeness !== null) repeats.count(likeness, key, at);

    const seq = place.seq + rows.length + 1;
    const re = say.re !== undefined && origins.has(say.re) ? say.re : null;
    const isFirst = more === 0 && standings.isFirst(say.sender);
    const text = seal(seq, say.text);
    const userId = ask.user_id;
    const { day } = place;
    const chain = link(
      seq,
      messageColumns({ id: seq, user: name, text, timestamp, day, userId, kind, re, isFirst }),
    );
    const asStored = toStored(standing, say.sender);
    rows.push({ ...ask, seq, range, standing: asStored, name, text, kind, re, isFirst, chain });
    const said = { id: seq, user: name, text: say.text, timestamp, kind, re, felt: 0 };
    events.push(heardEvent({ ...said, isFirst }));
    if (once !== null) known.set(once, seq);
    return seq;
  });

  if (rows.length > 0) await batches.insert(sql, rows, place.day, at);
  return { events, outcomes, standings: senders.map((sender) => standings.of(sender)) };
}

function toSendKey({ sender, ref }: Submission): SendKey {
  return { sender: sender.key, ref: storable(ref), user_id: sender.userId };
}

/** As JSON, because a ref may contain characters that PostgreSQL cannot store as text, such as NUL. */
function storable(ref: string | null): string | null {
  return ref === null ? null : JSON.stringify(ref);
}

/** Unambiguous: the closing quote of the JSON shows where the ref ends. */
const refKey = (sender: string, ref: string) => ref + sender;
