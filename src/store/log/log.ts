import type { Appended, Change, Log, Reaction, Submission, Topic } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import type { Database } from "../database/database.ts";
import { type RoomRow, readRoomRow, roomRowOf } from "../database/room-row.ts";
import { integer, userRows } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import type { SqlDayDestruction } from "../erasure/day-destruction.ts";
import { KeyNotHeld, type MessageCipher } from "../erasure/message-cipher.ts";
import { isLockTimeout, terminateBlockingReaders } from "../erasure/truncate.ts";
import { appendSubmissions } from "./append.ts";
import {
  countReactions,
  deleteBySender,
  deleteByUser,
  deletedEvents,
  deleteReactions,
} from "./author-actions.ts";
import { insertEvents } from "./event-rows.ts";
import { SqlReads } from "./reads.ts";
import { changeTopic, record } from "./record.ts";
import { SendRateWindow } from "./send-rate-window.ts";

/** Some half a second: our own reads of a large day are over by then. */
const MOST_TRIES = 8;
const BETWEEN_TRIES_MS = 25;
const CHANNEL = "rage_room";

/** The log in SQL. Guarantees: see the port. */
export class SqlLog extends SqlReads implements Log {
  readonly #db: Database;
  readonly #recent: SendRateWindow;
  readonly #cipher: MessageCipher;
  readonly #destruction: SqlDayDestruction;

  constructor(
    db: Database,
    perMinute: number,
    cipher: MessageCipher,
    destruction: SqlDayDestruction,
  ) {
    super(db, cipher);
    this.#db = db;
    this.#cipher = cipher;
    this.#destruction = destruction;
    this.#recent = new SendRateWindow(perMinute);
  }

  async append(submissions: readonly Submission[], at: number): Promise<Appended> {
    const appended = await this.#appendUnder(submissions, at).catch(async (error: unknown) => {
      if (!(error instanceof KeyNotHeld)) throw error;
      await this.#ensureKey();
      return this.#appendUnder(submissions, at);
    });
    this.#recent.stored(submissions, appended, at);
    return appended;
  }

  async erase(id: number): Promise<Change<boolean>> {
    return this.#destroying(async (sql, place) => {
      const found =
        await sql`DELETE FROM messages WHERE id = ${id} AND date_created = ${place.day} RETURNING id`;
      if (found.length === 0) return { events: [], result: false };
      await deleteReactions(sql, [id]);
      return { events: await record(sql, place, { type: "deleted", id }), result: true };
    });
  }

  async eraseByAuthor(sender: string, id: number): Promise<Change<boolean>> {
    const { events, result } = await this.#takeBack(sender, id);
    return { events, result: result > 0 };
  }

  async forget(sender: string): Promise<Change<number>> {
    return this.#takeBack(sender);
  }

  async feel(reactions: readonly Reaction[]): Promise<Change<void>> {
    return this.#change(async (sql, place) => {
      const counts = await countReactions(sql, this.#db.dialect, place, reactions);
      const events = counts.length > 0 ? await record(sql, place, { type: "felt", counts }) : [];
      return { events, result: undefined };
    });
  }

  async clear(): Promise<Change<number>> {
    return this.#destroying(async (sql, place) => {
      const [row] = await sql`SELECT COUNT(*) AS count FROM messages WHERE id > ${place.since}`;
      await sql`DELETE FROM messages WHERE id > ${place.since}`;
      const events = await record(sql, place, { type: "cleared", day: place.day });
      return { events, result: integer.parse(row?.["count"]) };
    });
  }

  async setTopic(topic: string, rules: string | undefined): Promise<Change<Topic>> {
    return this.#change(async (sql, place) => {
      const result = { topic, rules: rules ?? place.rules };
      return { events: await changeTopic(sql, place, result), result };
    });
  }

  async configure(topic: Topic): Promise<Change<boolean>> {
    const configured = JSON.stringify([topic.topic, topic.rules]);
    return this.#change(async (sql, place) => {
      if (place.configured === configured) return { events: [], result: false };
      await sql`UPDATE room SET configured = ${configured}`;
      return { events: await changeTopic(sql, place, topic), result: true };
    });
  }

  async ban(userId: number, banned: boolean): Promise<Change<string>> {
    return this.#destroying(async (sql, place) => {
      const [user] = userRows(await sql`SELECT * FROM users WHERE id = ${userId}`);
      if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
      if (user.isAdmin) throw new Refusal("admin_protected", "An admin cannot be banned.");
      await sql`UPDATE users SET is_active = ${!banned} WHERE id = ${userId}`;
      if (!banned) return { events: [], result: user.username };
      const ban = await record(sql, place, { type: "banned", userId });
      const next = { ...place, seq: place.seq + 1 };
      const gone = deletedEvents(next, await deleteByUser(sql, place, userId), "ban");
      if (gone.length > 0) await insertEvents(sql, this.#db.dialect, gone);
      return { events: [...ban, ...gone], result: user.username };
    });
  }

  async signOut(userId: number, tokenId: string, expires: number): Promise<Change<void>> {
    return this.#change(async (sql, place) => {
      await sql`INSERT INTO signed_out (token_id, expires) VALUES (${tokenId}, ${expires})
        ON CONFLICT (token_id) DO NOTHING`;
      const events = await record(sql, place, { type: "signed_out", userId, tokenId });
      return { events, result: undefined };
    });
  }

  async turnDay(day: string, topic: Topic, at: number): Promise<Change<boolean>> {
    const before = await readRoomRow(this.#db.read);
    const snapshot = before.day < day ? await this.#destruction.snapshotBeforeTurn(before) : null;
    const change = await this.#retryPastLocks(async (sql, place, truncates) => {
      if (place.day >= day || snapshot === null) return { events: [], result: false };
      await this.#destruction.end(sql, place, at, snapshot, truncates);
      await sql`DELETE FROM signed_out WHERE expires < ${Date.parse(day) - 86_400_000}`;
      await sql`UPDATE room SET day = ${day}, key_check = '', since = ${place.seq + 1}`;
      const events = await record(sql, place, { type: "cleared", day });
      const next = { ...place, seq: place.seq + 1 };
      return { events: [...events, ...(await changeTopic(sql, next, topic))], result: true };
    });
    await this.#ensureKey();
    return change;
  }

  async follow(ring: (seq?: number) => void): Promise<boolean> {
    const notified = (seq: string) => ring(integer.parse(seq));
    await this.#db.listen(CHANNEL, notified, () => ring());
    return this.#db.dialect === "postgres";
  }

  /**
   * As `#change`, but whoever reads the tables for long is cut off: midnight does not wait for a
   * dump. Past one that this role may not cut off, the last try goes without truncating.
   */
  async #retryPastLocks<Result>(
    body: (sql: Sql, place: RoomRow, truncates: boolean) => Promise<Change<Result>>,
  ): Promise<Change<Result>> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#change((sql, place) => body(sql, place, tries < MOST_TRIES));
      } catch (error) {
        if (!isLockTimeout(error)) throw error;
        await terminateBlockingReaders(this.#db.read);
        await Bun.sleep(BETWEEN_TRIES_MS);
      }
    }
  }

  /** When this resolves the key of a day that is over is destroyed, and today's is held and known to be right. */
  async #ensureKey(): Promise<void> {
    const place = await readRoomRow(this.#db.read);
    await this.#cipher.ensureKey(place);
    if (place.key_check !== "" || !this.#cipher.seals) return;
    try {
      await this.#change(async (sql, now) => {
        await this.#beginKey(sql, now);
        return { events: [], result: undefined };
      });
    } catch (error) {
      if (!(error instanceof KeyNotHeld)) throw error;
      // Another node was first.
      await this.#cipher.ensureKey(await readRoomRow(this.#db.read));
    }
  }

  async #beginKey(sql: Sql, place: RoomRow): Promise<void> {
    this.#cipher.begin(place);
    const check = this.#cipher.check(place.day);
    if (place.key_check !== check) await sql`UPDATE room SET key_check = ${check}`;
  }

  async #takeBack(sender: string, id?: number): Promise<Change<number>> {
    return this.#destroying(async (sql, place) => {
      const events = deletedEvents(place, await deleteBySender(sql, place, sender, id), "author");
      if (events.length > 0) await insertEvents(sql, this.#db.dialect, events);
      return { events, result: events.length };
    });
  }

  /** As `#change`, and when it resolves nothing it deleted stands in what was written ahead. */
  async #destroying<Result>(
    body: (sql: Sql, place: RoomRow) => Promise<Change<Result>>,
  ): Promise<Change<Result>> {
    const change = await this.#change(body);
    await this.#destruction.checkpointWal();
    return change;
  }

  async #appendUnder(submissions: readonly Submission[], at: number) {
    return this.#change(async (sql, place) => {
      const { dialect } = this.#db;
      const { day } = place;
      await this.#beginKey(sql, place);
      const seal = (seq: number, text: string) => this.#cipher.seal(day, seq, text);
      const stored = await appendSubmissions(
        sql,
        dialect,
        place,
        submissions,
        at,
        this.#recent,
        seal,
      );
      return { ...stored, result: undefined };
    });
  }

  /** One transaction under the room's lock. What it appended moves the head and rings the other nodes. */
  async #change<Result, Outcome extends Change<Result>>(
    body: (sql: Sql, place: RoomRow) => Promise<Outcome>,
  ): Promise<Outcome> {
    return this.#db.transaction(async (sql) => {
      const [row] = await sql`UPDATE room SET seq = seq RETURNING *`;
      const change = await body(sql, roomRowOf(row));
      const head = change.events.at(-1)?.seq;
      if (head !== undefined) {
        await sql`UPDATE room SET seq = ${head}`;
        if (this.#db.dialect === "postgres") await sql`SELECT pg_notify(${CHANNEL}, ${`${head}`})`;
      }
      return change;
    });
  }
}
