/** The epoch of the log: two logs that differ at some position have different epochs. */
import { randomBytes } from "node:crypto";
import { LogReplaced } from "../../room/log-replaced.ts";
import type { Database } from "../database/database.ts";
import { isPassing } from "../database/postgres-errors.ts";
import { type RoomRow, roomRowOf } from "../database/room-row.ts";
import { SERVER_PLACE } from "../database/server-place.ts";
import type { Sql } from "../database/sql.ts";
import type { DatabaseAddress } from "../ports.ts";
import { type Found, linksOf } from "./chain.ts";
import { type FollowedLog, HeadFile } from "./head-file.ts";
import { linkAt } from "./log-head.ts";

const EPOCH_BYTES = 12;
/** No place has this one. */
const NO_LINK = { seq: -1, link: "" };
/** So many of those that were left are remembered: the file has room for no more. */
const LEFT_EPOCHS = 4;

/** Where a PostgreSQL log lies. A dump that was restored and a replica that took over lie elsewhere. */
const POSTGRES_PLACE = (sql: Sql) => sql`${SERVER_PLACE(sql)}
  || '/' || (SELECT oid FROM pg_database WHERE datname = current_database())
  || '/' || 'room'::regclass::oid`;
const NO_PLACE = (sql: Sql) => sql`''`;

/** Beside the day's key; null if there is no file of that either. */
export function headFileOf(address: DatabaseAddress): string | null {
  if (address.dialect === "sqlite") return `${address.file}.head`;
  return address.dayKey === null ? null : `${address.dayKey.replace(/\.day$/, "")}.head`;
}

export class LogEpoch {
  readonly #db: Database;
  readonly #file: HeadFile | null;
  readonly #place: typeof NO_PLACE;
  /** Null until this program follows the log. */
  #epoch: string | null = null;
  /** The highest `seq` that this program knows to be stored. */
  #head = 0;
  /**
   * The links that this program wrote and read last. Not that of the room's row: where that is damaged, the rows
   * would never agree with it.
   */
  #written = NO_LINK;
  #read = NO_LINK;
  /** A place that was known had another link. */
  #isReplaced = false;
  /** The last one. That its rows contradict each other does not make the log another one with each reading. */
  #disputed = -1;
  /** The epochs that this program followed before, the last one first. */
  #left: readonly string[] = [];
  #isWritable = true;

  private constructor(db: Database, file: HeadFile | null, place: typeof NO_PLACE) {
    this.#db = db;
    this.#file = file;
    this.#place = place;
  }

  /** For a change by a program that follows no log. */
  static unknown(db: Database): LogEpoch {
    return new LogEpoch(db, null, NO_PLACE);
  }

  /** Begins a new epoch if the log may not be the one that this program last knew. `file`: see `headFileOf`. */
  static async open(db: Database, file: string | null): Promise<LogEpoch> {
    const place = db.dialect === "postgres" ? await placeOf(db) : NO_PLACE;
    const epoch = new LogEpoch(db, file === null ? null : new HeadFile(file), place);
    try {
      await epoch.#open();
    } catch (error) {
      epoch.close();
      throw error;
    }
    return epoch;
  }

  get head(): number {
    return this.#head;
  }

  /** Takes the room's lock. Throws LogReplaced. */
  async lock(sql: Sql): Promise<RoomRow> {
    const { row, isElsewhere } = await this.#lock(sql);
    if (this.#epoch !== null && isElsewhere) throw new LogReplaced();
    this.check(row, this.#head);
    return row;
  }

  /** `head`: as it was before the row was read. Throws LogReplaced. */
  check(row: RoomRow, head: number): void {
    if (this.#epoch === null) return;
    if (row.epoch !== this.#epoch || row.seq < head) throw new LogReplaced();
    if (row.chain !== "") this.#checkLink(row.chain_seq, row.chain);
  }

  /**
   * That these places were read, in the order of `seq`, and are sound. Throws LogReplaced where they do not follow
   * what this program knew.
   */
  hasRead(places: readonly Found[]): void {
    if (this.#epoch === null) return;
    for (const place of places) {
      const links = linksOf(place);
      if (links === null) continue;
      const { seq } = place;
      if (links.before !== null) this.#checkLink(seq - 1, links.before);
      this.#checkLink(seq, links.own);
      if (seq > this.#read.seq) this.#read = { seq, link: links.own };
    }
  }

  /** That everything up to `seq` is stored. `link`: which this program has given it; empty where it gave none. */
  reached(seq: number, link = ""): void {
    if (this.#epoch === null || seq < this.#head || (seq === this.#head && link === "")) return;
    this.#head = seq;
    if (link !== "") this.#written = { seq, link };
    this.#write(() => this.#file?.write(this.#followed));
  }

  /** Follows the log as it is now. Begins a new epoch if no node has yet since the log was replaced. */
  async follow(): Promise<RoomRow> {
    return this.#follow(
      (row) => row.epoch !== this.#epoch || (row.seq >= this.#head && !this.#isReplaced),
    );
  }

  close(): void {
    this.#write(() => this.#file?.close(this.#followed));
  }

  get #followed(): FollowedLog {
    const known = [this.#written, this.#read].find(({ seq }) => seq === this.#head);
    return {
      epoch: this.#epoch ?? "",
      head: this.#head,
      link: known?.link ?? "",
      left: [...this.#left],
    };
  }

  async #open(): Promise<void> {
    const known = this.#file?.read() ?? null;
    this.#left = known?.left ?? [];
    const isAlone = this.#db.dialect === "sqlite" && this.#file !== null;
    const link = known === null ? null : await linkAt(this.#db.read, known.head);
    await this.#follow(({ epoch, seq }) => {
      const isKnown = known?.epoch === epoch;
      const isOther = known?.link !== "" && link !== null && link !== known?.link;
      const isBehind = isKnown && (seq < known.head || isOther);
      // Of several nodes this one may be new, and the others know more.
      return !isBehind && (!isAlone || (isKnown && known.isCertain));
    });
    if (known) this.#leave(known.epoch);
    this.#file?.begin(this.#followed);
  }

  /**
   * `isSame`: whether the log is the one that its epoch names. One that was left before is back because a server or its
   * files were, and others have gone on elsewhere since.
   */
  async #follow(isSame: (row: RoomRow) => boolean): Promise<RoomRow> {
    const now = await this.#db.transaction(async (sql) => {
      const { row, here, isElsewhere } = await this.#lock(sql);
      const isLeft = row.epoch === "" || this.#left.includes(row.epoch);
      if (!isElsewhere && !isLeft && isSame(row)) return row;
      const epoch = randomBytes(EPOCH_BYTES).toString("base64url");
      await sql`UPDATE room SET epoch = ${epoch}, place = ${here}`;
      // A backup holds nothing of the day, not even how it began: nothing of it is lost.
      await sql`UPDATE room SET chain = ''
        WHERE NOT EXISTS (SELECT 1 FROM events WHERE events.seq >= room.since)`;
      return { ...row, epoch };
    });
    const before = this.#epoch;
    this.#epoch = now.epoch;
    this.#head = now.seq;
    this.#written = NO_LINK;
    this.#read = NO_LINK;
    this.#isReplaced = false;
    if (before !== null) this.#leave(before);
    return now;
  }

  #checkLink(seq: number, link: string): void {
    for (const known of [this.#written, this.#read]) {
      if (known.seq !== seq || known.link === link || this.#disputed === seq) continue;
      this.#isReplaced = true;
      this.#disputed = seq;
      throw new LogReplaced();
    }
  }

  #leave(epoch: string): void {
    if (epoch === this.#epoch) return;
    this.#left = [epoch, ...this.#left.filter((other) => other !== epoch)].slice(0, LEFT_EPOCHS);
  }

  async #lock(sql: Sql) {
    // A transaction of SQLite holds the lock from its start, and one that changes nothing need not be synced.
    const [found] =
      this.#db.dialect === "sqlite"
        ? await sql`SELECT *, '' AS here FROM room`
        : await sql`UPDATE room SET seq = seq RETURNING *, ${this.#place(sql)} AS here`;
    const row = roomRowOf(found);
    const here = String(found?.["here"]);
    return { row, here, isElsewhere: row.place !== here };
  }

  /** What is stored is stored. Without the file, less is known at the next start: what it says stays true. */
  #write(write: () => void): void {
    try {
      write();
    } catch (error) {
      if (this.#isWritable) this.#db.report(`The last position is not kept: ${error}`);
      this.#isWritable = false;
    }
  }
}

/**
 * A server that looks like PostgreSQL may not say where it is. One that says nothing for a moment is another thing: a
 * node that took it for the first would begin a new epoch, and so would the others after it, in turn.
 */
async function placeOf(db: Database): Promise<typeof NO_PLACE> {
  try {
    await db.read`SELECT ${POSTGRES_PLACE(db.read)} AS here`;
    return POSTGRES_PLACE;
  } catch (error) {
    if (!(error instanceof Error) || isPassing(error)) throw error;
    db.report(`PostgreSQL does not say on which timeline it is: ${error}`);
    return NO_PLACE;
  }
}
