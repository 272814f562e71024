import type { RoomState } from "../../events/kind.ts";
import type { RoomEvent } from "../../events/kinds.ts";
import { heardEvent, messageEvent } from "../../events/message.ts";
import type { AuditEntry } from "../../room/audit-entry.ts";
import type {
  HiddenMessages,
  Log,
  LogHead,
  ReportedMessage,
  StoredMessage,
} from "../../room/ports.ts";
import type { TopicPlan } from "../../room/topics.ts";
import { HIDDEN_ACTS_SHOWN, HIDDEN_SHOWN, REPORTS_SHOWN } from "../../wire/limits.ts";
import type { MessageEvent } from "../../wire/message.ts";
import type { Database } from "../database/database.ts";
import { idList } from "../database/id-list.ts";
import { readRoomRow, shieldIn } from "../database/room-row.ts";
import { integer, linkedMessages } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import type { MessageCipher } from "../erasure/message-cipher.ts";
import { readAudit } from "./audit.ts";
import { ChainCheck, foundMessage } from "./chain-check.ts";
import type { LogEpoch } from "./epoch.ts";
import { foundEvent, linkedEvents } from "./event-rows.ts";
import { readHead } from "./log-head.ts";
import { MessageCounts } from "./message-counts.ts";
import { hiddenActs, openReports } from "./reports.ts";
import { readSanctions } from "./sanctions.ts";
import { readTopicPlan } from "./topics.ts";

type Reads = Pick<
  Log,
  | "state"
  | "after"
  | "history"
  | "messagesAfter"
  | "newest"
  | "counts"
  | "topics"
  | "reports"
  | "hidden"
  | "audit"
  | "head"
>;

const felts = (sql: Sql) =>
  sql`(SELECT COUNT(*) FROM felts WHERE felts.message = messages.id) AS felt`;

/** Of a message, in `messages` as in `withdrawn`. */
const columns = (sql: Sql) =>
  sql`id, "user", text, timestamp, date_created, user_id, kind, re, first_word, chain`;

/**
 * A condition on the `id` of messages, where today is `day` or later. Not by `date_created`, in which a
 * damaged row may have another day: it would be missing without a word.
 */
const ofToday = (sql: Sql, day: string) =>
  sql`id > (SELECT since FROM room) AND (SELECT day FROM room) >= ${day}`;

/** The `seq` of the last emptying of the room after `since`; 0 where there is none, or it was undone. */
async function lastCleared(sql: Sql, since: number): Promise<number> {
  const [row] = await sql`SELECT seq FROM (
      SELECT seq FROM events WHERE kind = 'cleared' AND seq > ${since} ORDER BY seq DESC LIMIT 1
    ) AS last
    WHERE NOT EXISTS (SELECT 1 FROM events WHERE kind = 'restored' AND id = last.seq)`;
  return row ? integer.parse(row["seq"]) : 0;
}

/** Reads of the log, without its lock. Guarantees: see the port. */
export class SqlReads implements Reads {
  readonly #db: Database;
  readonly #cipher: MessageCipher;
  readonly #epoch: LogEpoch;
  readonly #check: ChainCheck;
  readonly #counts: MessageCounts;

  constructor(db: Database, cipher: MessageCipher, epoch: LogEpoch) {
    this.#db = db;
    this.#check = new ChainCheck(db, cipher);
    this.#counts = new MessageCounts(db);
    this.#cipher = cipher;
    this.#epoch = epoch;
  }

  async state(): Promise<RoomState> {
    const row = await this.#epoch.follow();
    return {
      ...row,
      cleared: await lastCleared(this.#db.read, row.since),
      slowSeconds: row.slow_seconds,
      shield: shieldIn(row),
      sanctions: await readSanctions(this.#db.read, row.since),
    };
  }

  async after(seq: number, limit: number, day: string): Promise<RoomEvent[]> {
    const known = this.#epoch.head;
    // One server's alone: another may hold something else at the same positions.
    const { place, last, said, happened } = await this.#db.onOneConnection(async (sql) => {
      const place = await readRoomRow(sql);
      this.#epoch.check(place, known);
      const last = Math.min(place.seq, seq + limit);
      if (last <= seq) return { place, last, said: [], happened: [] };
      const said = await sql`SELECT * FROM messages
        WHERE id > ${seq} AND id <= ${last} AND id > ${place.since}`;
      const happened = await sql`SELECT * FROM events
        WHERE seq > ${seq} AND seq <= ${last} AND seq >= ${place.since}`;
      return { place, last, said, happened };
    });
    this.#epoch.reached(place.seq);
    await this.#cipher.advanceTo(place);
    if (last <= seq) return [];
    const messages = linkedMessages(said);
    const events = linkedEvents(happened);
    const found = [...messages.map(foundMessage), ...events.map(foundEvent)];
    const { places: linked, broken } = await this.#check.range(found, place, seq + 1, last);
    const isServed = (at: number) => !broken.has(at);
    this.#epoch.hasRead(linked.filter((one) => isServed(one.seq)));
    const others = events.flatMap(({ seq: at, event }) => (event && isServed(at) ? [event] : []));
    const places = new Map<number, RoomEvent>();
    for (const event of await this.withTexts(others, day)) places.set(event.seq, event);
    const isToday = place.day >= day;
    for (const { seq: at, message } of messages) {
      const text = message && isToday && isServed(at) ? this.#textOf(message) : null;
      if (message && text !== null) places.set(at, heardEvent({ ...message, text, felt: 0 }));
    }
    return Array.from({ length: last - seq }, (_, index) => {
      const at = seq + index + 1;
      return places.get(at) ?? { type: "quiet", seq: at };
    });
  }

  async history(day: string, limit: number, before?: number): Promise<StoredMessage[]> {
    const sql = this.#db.read;
    const rows = await sql`SELECT messages.*, ${felts(sql)} FROM messages
      WHERE ${ofToday(sql, day)} AND id < ${before ?? Number.MAX_SAFE_INTEGER}
      ORDER BY id DESC LIMIT ${limit}`;
    return (await this.#opened(rows)).reverse();
  }

  async messagesAfter(day: string, seq: number, limit: number): Promise<StoredMessage[]> {
    const sql = this.#db.read;
    return this.#opened(
      await sql`SELECT messages.*, ${felts(sql)} FROM messages
        WHERE ${ofToday(sql, day)} AND id > ${seq}
        ORDER BY id LIMIT ${limit}`,
    );
  }

  async newest(day: string, skip: number, limit: number): Promise<StoredMessage[]> {
    const sql = this.#db.read;
    const rows = await sql`SELECT messages.*, ${felts(sql)} FROM messages
      WHERE ${ofToday(sql, day)}
      ORDER BY id DESC LIMIT ${limit} OFFSET ${skip}`;
    return this.#opened(rows);
  }

  async counts(day: string, since: number): Promise<{ today: number; recent: number }> {
    return this.#counts.of(day, since);
  }

  async topics(): Promise<TopicPlan> {
    return readTopicPlan(this.#db.read);
  }

  async reports(day: string): Promise<ReportedMessage[]> {
    const sql = this.#db.read;
    const place = await readRoomRow(sql);
    const open = await openReports(sql, place.since, sql`TRUE`, REPORTS_SHOWN);
    const ids = idList(
      sql,
      this.#db.dialect,
      open.map(({ message }) => message),
    );
    const said = await this.#opened(
      await sql`SELECT ${columns(sql)} FROM messages WHERE id IN (${ids}) AND ${ofToday(sql, day)}
        UNION ALL SELECT ${columns(sql)} FROM withdrawn
        WHERE id IN (${ids}) AND hidden = act AND ${ofToday(sql, day)}`,
    );
    const byId = new Map(said.map((message) => [message.id, message]));
    return open.flatMap(({ message, count, hidden, at }) => {
      const found = byId.get(message);
      return found ? [{ ...found, reports: count, hidden, reportedAt: at }] : [];
    });
  }

  async hidden(day: string): Promise<HiddenMessages[]> {
    const sql = this.#db.read;
    const { since } = await readRoomRow(sql);
    const found: HiddenMessages[] = [];
    for (const { act, count } of await hiddenActs(sql, since, HIDDEN_ACTS_SHOWN)) {
      const last = await sql`SELECT ${columns(sql)} FROM withdrawn
        WHERE act = ${act} AND hidden = act AND ${ofToday(sql, day)}
        ORDER BY id DESC LIMIT ${HIDDEN_SHOWN}`;
      found.push({ act, count, messages: (await this.#opened(last)).reverse() });
    }
    return found;
  }

  async head(seq: number | null): Promise<LogHead> {
    return readHead(this.#db.read, seq);
  }

  async audit(limit: number, before: number): Promise<AuditEntry[]> {
    return readAudit(this.#db.read, limit, before);
  }

  /**
   * The log stores only the ids of restored messages. Adds those of the messages that exist now, of
   * `day` or later.
   */
  protected async withTexts(events: readonly RoomEvent[], day = ""): Promise<RoomEvent[]> {
    return Promise.all(
      events.map(async (event) =>
        event.type === "restored"
          ? { ...event, messages: await this.#standing(event.ids, day) }
          : event,
      ),
    );
  }

  async #standing(ids: readonly number[], day: string): Promise<MessageEvent[]> {
    const sql = this.#db.read;
    const rows = await sql`SELECT messages.*, ${felts(sql)} FROM messages
      WHERE ${ofToday(sql, day)}
        AND id IN (${idList(sql, this.#db.dialect, ids)}) ORDER BY id`;
    return (await this.#opened(rows)).map(messageEvent);
  }

  /** Opens the texts; leaves out messages of a day that ended during the query, and what is damaged. */
  async #opened(rows: Rows): Promise<StoredMessage[]> {
    if (rows.length === 0) return [];
    const place = await readRoomRow(this.#db.read);
    // Another node began this day, and this node has not read that in the log yet.
    if (this.#cipher.isBehind(place.day)) await this.#cipher.advanceTo(place);
    return this.#check.messages(linkedMessages(rows), place).flatMap((message) => {
      const text = this.#textOf(message);
      return text === null ? [] : [{ ...message, text }];
    });
  }

  #textOf({ day, id, text }: StoredMessage): string | null {
    return this.#cipher.open(day, id, text);
  }
}
