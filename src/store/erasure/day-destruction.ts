import type { Check, Destroyed, Forgetting, Method, Receipt } from "../../midnight/receipt.ts";
import { scrubMemory } from "../../process/overwrite-memory.ts";
import type { Database } from "../database/database.ts";
import type { Place } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { countIn } from "./byte-search.ts";
import { needlesOf, type Sample, takeSamples } from "./day-samples.ts";
import { sweep } from "./delete-in-slices.ts";
import type { Vault } from "./message-cipher.ts";
import {
  closeReceipt,
  type OpenReceipt,
  oldestOpen,
  openReceipt,
  readReceipts,
} from "./receipts.ts";
import { type Count, countDay, countLater, OldFiles, truncate } from "./truncate.ts";

/** Looks of a node that did not turn the day, while the one that did may still be alive: it knows more. */
const LEFT_TO_THE_TURNER = 6;

/** What is known of a day just before it ends. */
export interface Evening {
  samples: Sample[];
  count: Count;
  files: OldFiles | null;
}

/** The end of a day in SQL, from the turn to the receipt. */
export class SqlForgetting implements Forgetting {
  readonly #db: Database;
  readonly #vault: Vault;
  readonly #evenings = new Map<string, Evening>();
  #looks = 0;
  #owesScour = false;

  constructor(db: Database, vault: Vault) {
    this.#db = db;
    this.#vault = vault;
  }

  /** Before the lock is taken, so that counting holds nobody up. */
  async lookBack(place: Place): Promise<Evening> {
    const sql = this.#db.read;
    const samples = await takeSamples(sql, this.#vault, place.day);
    if (this.#db.dialect === "sqlite")
      return { samples, count: { messages: 0, senders: new Set(), upTo: 0 }, files: null };
    return { samples, count: await countDay(sql), files: await OldFiles.of(sql) };
  }

  /**
   * In the turn, under the lock. PostgreSQL unlinks the files of the day; in SQLite, and where a
   * reader is in the way, the rows stay, read by nobody, until they are swept.
   */
  async end(
    sql: Sql,
    { day, seq: last }: Place,
    at: number,
    evening: Evening,
    truncates: boolean,
  ): Promise<void> {
    const isPostgres = this.#db.dialect === "postgres";
    const { messages, people } = isPostgres
      ? await countLater(sql, evening.count)
      : { messages: 0, people: 0 };
    if (isPostgres && truncates) await truncate(sql);
    const rows = isPostgres ? (truncates ? "unlinked" : "deleted") : "overwritten";
    const methods: Method[] = this.#vault.seals ? ["key", rows] : [rows];
    // A room that was never used has no day to answer for.
    if (last > 0) await openReceipt(sql, { day, last, turned_at: at, messages, people, methods });
    this.#evenings.clear();
    this.#evenings.set(day, evening);
  }

  async destroy(): Promise<Destroyed | null> {
    const open = await oldestOpen(this.#db.read);
    if (open === null && this.#owesScour) await this.scour();
    if (open === null) return null;
    const evening = this.#evenings.get(open.day);
    if (!evening && this.#db.dialect === "postgres" && this.#looks++ < LEFT_TO_THE_TURNER)
      return null;
    this.#looks = 0;
    const counted = await this.#sweep(open);
    const truncated = await this.scour();
    const checks = await this.#look(open, evening, truncated);
    const isOver = checks.every(({ ok }) => ok);
    if (isOver) this.#evenings.delete(open.day);
    await scrubMemory();
    const { day, turned_at: turnedAt, methods } = open;
    return { day, turnedAt, methods, ...counted, checks };
  }

  /** What was deleted must not stand in what was written ahead. Where a reader holds that up, later looks try again. */
  async scour(): Promise<boolean> {
    this.#owesScour = !(await this.#db.scour());
    return !this.#owesScour;
  }

  async keep(receipt: Receipt): Promise<void> {
    // What was still found is known to the receipt; the samples are not kept for it.
    this.#evenings.delete(receipt.day);
    await this.#db.transaction((sql) => closeReceipt(sql, receipt));
  }

  async list(limit: number): Promise<Receipt[]> {
    return readReceipts(this.#db.read, limit);
  }

  async #sweep({ last, messages, people, methods }: OpenReceipt) {
    if (methods.includes("unlinked")) return { messages, people };
    const swept = await sweep(this.#db, last);
    // They were counted in the turn.
    if (this.#db.dialect === "postgres") return { messages, people };
    await this.#db.transaction(
      (sql) => sql`UPDATE receipts SET messages = messages + ${swept.messages},
        people = people + ${swept.people} WHERE last = ${last} AND checked_at IS NULL`,
    );
    return { messages: messages + swept.messages, people: people + swept.people };
  }

  async #look(
    { day, last }: OpenReceipt,
    evening: Evening | undefined,
    truncated: boolean,
  ): Promise<Check[]> {
    const [row] = await this.#db.read`SELECT
      (SELECT COUNT(*) FROM messages WHERE id <= ${last} OR date_created <= ${day}) AS count`;
    const rows = integer.parse(row?.["count"]);
    const samples = evening?.samples ?? [];
    const opened = samples.filter(({ id, stored }) => this.#vault.opensNow(id, stored)).length;
    const checks: Check[] = [
      { what: "rows", found: rows, ok: rows === 0 },
      ...(samples.length > 0 && this.#vault.seals
        ? [{ what: "key" as const, found: opened, ok: opened === 0 }]
        : []),
    ];
    const { files } = this.#db;
    if (files.length > 0) {
      checks.push({ what: "wal", found: truncated ? 0 : 1, ok: truncated });
      if (samples.length > 0) {
        const needles = needlesOf(samples);
        const found = (await Promise.all(files.map((file) => countIn(file, needles)))).reduce(
          (sum, count) => sum + count,
          0,
        );
        checks.push({ what: "files", found, ok: found === 0 });
      }
    }
    const old = await evening?.files?.left(this.#db.read, needlesOf(samples));
    return old ? [...checks, ...old] : checks;
  }
}
