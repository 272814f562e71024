import type {
  Check,
  Destroyed,
  DestructionStore,
  Method,
  Receipt,
} from "../../midnight/receipt.ts";
import type { Database } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { countMatches } from "./byte-search.ts";
import { type Count, countDay, countInSlices, countLater } from "./count-day.ts";
import { patternsOf, type Sample, takeSamples } from "./day-samples.ts";
import { deleteInSlices, firstPosition } from "./delete-in-slices.ts";
import type { MessageCipher } from "./message-cipher.ts";
import {
  addCount,
  closeReceipt,
  type OpenReceipt,
  oldestOpen,
  openReceipt,
  readReceipts,
} from "./receipts.ts";
import { OldTableFiles, truncate } from "./truncate.ts";

/** Looks of a node that did not turn the day, while the one that did may still be alive: it knows more. */
const LEFT_TO_THE_TURNER = 6;

/** What is known of a day just before it ends. */
export interface DayEndSnapshot {
  samples: Sample[];
  count: Count;
  files: OldTableFiles | null;
}

/** The end of a day in SQL, from the turn to the receipt. */
export class SqlDayDestruction implements DestructionStore {
  readonly #db: Database;
  readonly #cipher: MessageCipher;
  readonly #snapshots = new Map<string, DayEndSnapshot>();
  #looks = 0;
  #owesCheckpoint = false;

  constructor(db: Database, cipher: MessageCipher) {
    this.#db = db;
    this.#cipher = cipher;
  }

  /** Before the lock is taken, so that counting holds nobody up. */
  async snapshotBeforeTurn(place: RoomRow): Promise<DayEndSnapshot> {
    const sql = this.#db.read;
    const samples = await takeSamples(sql, this.#cipher, place.day);
    if (this.#db.dialect === "sqlite")
      return { samples, count: { messages: 0, senders: new Set(), upTo: 0 }, files: null };
    return { samples, count: await countDay(sql), files: await OldTableFiles.of(sql) };
  }

  /**
   * In the turn, under the lock. PostgreSQL unlinks the files of the day; in SQLite, and where a
   * reader is in the way, the rows stay, read by nobody, until they are swept.
   */
  async end(
    sql: Sql,
    { day, seq: last }: RoomRow,
    at: number,
    snapshot: DayEndSnapshot,
    truncates: boolean,
  ): Promise<void> {
    const isPostgres = this.#db.dialect === "postgres";
    const { messages, people } = isPostgres
      ? await countLater(sql, snapshot.count)
      : { messages: 0, people: 0 };
    if (isPostgres && truncates) await truncate(sql);
    const rows = isPostgres ? (truncates ? "unlinked" : "deleted") : "overwritten";
    const methods: Method[] = this.#cipher.seals ? ["key", rows] : [rows];
    // A room that was never used has no day to answer for.
    if (last > 0) {
      const counted = isPostgres;
      await openReceipt(sql, { day, last, turned_at: at, messages, people, counted, methods });
    }
    this.#snapshots.clear();
    this.#snapshots.set(day, snapshot);
  }

  async destroy(): Promise<Destroyed | null> {
    const open = await oldestOpen(this.#db.read);
    if (open === null && this.#owesCheckpoint) await this.checkpointWal();
    if (open === null) return null;
    const snapshot = this.#snapshots.get(open.day);
    if (!snapshot && this.#db.dialect === "postgres" && this.#looks++ < LEFT_TO_THE_TURNER)
      return null;
    this.#looks = 0;
    const counted = await this.#deleteRows(open);
    const truncated = await this.checkpointWal();
    const checks = await this.#look(open, snapshot, truncated);
    const isOver = checks.every(({ ok }) => ok);
    if (isOver) this.#snapshots.delete(open.day);
    const { day, turned_at: turnedAt, methods } = open;
    return { day, turnedAt, methods, ...counted, checks };
  }

  /** What was deleted must not stand in what was written ahead. Where a reader holds that up, later looks try again. */
  async checkpointWal(): Promise<boolean> {
    this.#owesCheckpoint = !(await this.#db.checkpointWal());
    return !this.#owesCheckpoint;
  }

  async keep(receipt: Receipt): Promise<void> {
    // What was still found is known to the receipt; the samples are not kept for it.
    this.#snapshots.delete(receipt.day);
    await this.#db.transaction((sql) => closeReceipt(sql, receipt));
  }

  async list(limit: number): Promise<Receipt[]> {
    return readReceipts(this.#db.read, limit);
  }

  /** Counts what is to be destroyed, once, and then destroys it: a crash between the two loses neither. */
  async #deleteRows({ day, last, messages, people, counted, methods }: OpenReceipt) {
    if (methods.includes("unlinked")) return { messages, people };
    const first = await firstPosition(this.#db.read);
    const more = counted ? { messages: 0, people: 0 } : await countInSlices(this.#db, first, last);
    if (!counted) await this.#db.transaction((sql) => addCount(sql, day, more));
    await deleteInSlices(this.#db, first, last);
    return { messages: messages + more.messages, people: people + more.people };
  }

  async #look(
    { day, last }: OpenReceipt,
    snapshot: DayEndSnapshot | undefined,
    truncated: boolean,
  ): Promise<Check[]> {
    const [row] = await this.#db.read`SELECT
      (SELECT COUNT(*) FROM messages WHERE id <= ${last} OR date_created <= ${day})
      + (SELECT COUNT(*) FROM withdrawn WHERE id <= ${last} OR date_created <= ${day}) AS count`;
    const rows = integer.parse(row?.["count"]);
    const samples = snapshot?.samples ?? [];
    const opened = samples.filter(({ id, stored }) => this.#cipher.opensNow(id, stored)).length;
    const checks: Check[] = [
      { what: "rows", found: rows, ok: rows === 0 },
      ...(samples.length > 0 && this.#cipher.seals
        ? [{ what: "key" as const, found: opened, ok: opened === 0 }]
        : []),
    ];
    const { files } = this.#db;
    if (files.length > 0) {
      checks.push({ what: "wal", found: truncated ? 0 : 1, ok: truncated });
      if (samples.length > 0) {
        const patterns = patternsOf(samples);
        const found = (await Promise.all(files.map((file) => countMatches(file, patterns)))).reduce(
          (sum, count) => sum + count,
          0,
        );
        checks.push({ what: "files", found, ok: found === 0 });
      }
    }
    const old = await snapshot?.files?.left(this.#db.read, patternsOf(samples));
    return old ? [...checks, ...old] : checks;
  }
}
