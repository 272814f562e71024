import type {
  Check,
  Destroyed,
  DestructionStore,
  KeptReceipt,
  Method,
  Receipt,
} from "../../midnight/receipt.ts";
import type { Database } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { countMatches } from "./byte-search.ts";
import { type Count, countDay, countInSlices, countLater, countOutOfPlace } from "./count-day.ts";
import { linkPatternsOf, patternsOf, type Sample, takeSamples } from "./day-samples.ts";
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

/**
 * So many calls another node waits before it takes over: the node that turned the day has the
 * samples, if it still runs.
 */
const LEFT_TO_THE_TURNER = 6;

/** Taken just before the day ends. */
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

  /** Call it before taking the lock: counting takes long. */
  async snapshotBeforeTurn(place: RoomRow): Promise<DayEndSnapshot> {
    const sql = this.#db.read;
    const samples = await takeSamples(sql, this.#cipher, place);
    if (this.#db.dialect === "sqlite")
      return { samples, count: { messages: 0, senders: new Set(), upTo: 0 }, files: null };
    return { samples, count: await countDay(sql), files: await OldTableFiles.of(sql) };
  }

  /**
   * In the turn, under the lock. PostgreSQL truncates the tables, which deletes their files. On
   * SQLite, or if a reader prevents that, the rows stay until `destroy` deletes them; nothing reads
   * them any more.
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
    // A room that was never used needs no receipt.
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

  /** Removes deleted texts from the write-ahead log. If a reader prevents it, `destroy` tries again later. */
  async checkpointWal(): Promise<boolean> {
    this.#owesCheckpoint = !(await this.#db.checkpointWal());
    return !this.#owesCheckpoint;
  }

  async keep(receipt: Receipt): Promise<void> {
    // The receipt is final, so the samples are no longer needed.
    this.#snapshots.delete(receipt.day);
    await this.#db.transaction((sql) => closeReceipt(sql, receipt));
  }

  async list(limit: number): Promise<KeptReceipt[]> {
    return readReceipts(this.#db.read, limit);
  }

  /**
   * Counts the rows and stores the count, then deletes them. After a crash between the two, neither
   * is lost.
   */
  async #deleteRows({ day, last, messages, people, counted, methods }: OpenReceipt) {
    if (methods.includes("unlinked")) {
      // An older version, which knows of none, may have turned the day.
      await this.#db.transaction((sql) => sql`DELETE FROM tombstones WHERE seq <= ${last}`);
      return { messages, people };
    }
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
      (SELECT COUNT(*) FROM messages WHERE id <= ${last})
      + (SELECT COUNT(*) FROM withdrawn WHERE id <= ${last} OR date_created <= ${day})
      + (SELECT COUNT(*) FROM reports WHERE message <= ${last})
      + (SELECT COUNT(*) FROM tombstones WHERE seq <= ${last})
      + (SELECT COUNT(*) FROM guest_sanctions WHERE id <= ${last}) AS count`;
    const rows = integer.parse(row?.["count"]) + (await countOutOfPlace(this.#db, day, last));
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
        const patterns = [...patternsOf(samples), ...linkPatternsOf(samples)];
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
