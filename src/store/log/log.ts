import type {
  Actor,
  Ask,
  CommandInput,
  CommandName,
  CommandResult,
  Topic,
} from "../../room/commands.ts";
import type { Appended, Change, Log, SharedOutcome, Submission } from "../../room/ports.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import { COMMANDS } from "../commands/commands.ts";
import { type Open, runAll, runCommand } from "../commands/run-command.ts";
import type { Database } from "../database/database.ts";
import { type RoomRow, readRoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import type { SqlDayDestruction } from "../erasure/day-destruction.ts";
import { KeyLost, KeyNotHeld, type MessageCipher } from "../erasure/message-cipher.ts";
import { isLockTimeout, terminateBlockingReaders } from "../erasure/truncate.ts";
import { appendSubmissions } from "./append.ts";
import { beginDay } from "./begin-day.ts";
import { Chain } from "./chain.ts";
import type { LogEpoch } from "./epoch.ts";
import { writeFiller } from "./filler.ts";
import { beginChain, CHANNEL, moveHead } from "./head.ts";
import { giveUpDay } from "./lost-key.ts";
import { SqlReads } from "./reads.ts";
import { hasMode } from "./record.ts";
import { SpeakingMemory } from "./speaking-memory.ts";

/** About half a second in all: long enough for our own reads of a large day to end. */
const MOST_TRIES = 8;
const BETWEEN_TRIES_MS = 25;

/** The log in SQL. Guarantees: see the port. */
export class SqlLog extends SqlReads implements Log {
  readonly #db: Database;
  readonly #limits: SpeakingLimits;
  #memory: SpeakingMemory;
  readonly #cipher: MessageCipher;
  readonly #destruction: SqlDayDestruction;
  readonly #epoch: LogEpoch;
  /**
   * Set at the end of the start. Later, a missing key is waited for, and no texts are deleted
   * because of it.
   */
  #isStarted = false;

  constructor(
    db: Database,
    limits: SpeakingLimits,
    cipher: MessageCipher,
    destruction: SqlDayDestruction,
    epoch: LogEpoch,
  ) {
    super(db, cipher, epoch);
    this.#epoch = epoch;
    this.#db = db;
    this.#cipher = cipher;
    this.#destruction = destruction;
    this.#limits = limits;
    this.#memory = new SpeakingMemory(limits, "");
  }

  async append(submissions: readonly Submission[], at: number): Promise<Appended> {
    const appended = await this.#withKey(() => this.#appendUnder(submissions, at));
    this.#memory.recent.stored(submissions, appended, at);
    this.#memory.repeats.commit();
    return appended;
  }

  async apply<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
    at: number,
  ): Promise<Change<CommandResult<Name>>> {
    const ask = { name, input, actor };
    const change = await this.#inTransaction(at, (open) => runCommand(ask, open));
    if (COMMANDS[name].destroysTexts) await this.#destruction.checkpointWal();
    return change;
  }

  async applyAll(asks: readonly Ask[], at: number): Promise<Change<SharedOutcome[]>> {
    return this.#inTransaction(at, (open) => runAll(asks, open));
  }

  async turnDay(day: string, usual: Topic, at: number): Promise<Change<boolean>> {
    const before = await readRoomRow(this.#db.read);
    const snapshot = before.day < day ? await this.#destruction.snapshotBeforeTurn(before) : null;
    const change = await this.#retryPastLocks(async (sql, row, chain, truncates) => {
      if (row.day >= day || snapshot === null) return { events: [], result: false };
      chain.end();
      const left = await this.#memoryOf(row).recent.endDay(sql, row, at);
      const hadMode = await hasMode(sql, row);
      await this.#destruction.end(sql, row, at, snapshot, truncates);
      const begun = await beginDay(sql, row, { day, usual, at, left, hadMode });
      return { events: begun, result: true };
    });
    await this.#ensureKey();
    return change;
  }

  async checkWritable(): Promise<void> {
    const write = () =>
      this.#change(async (sql, row, chain) => {
        await this.#beginKey(sql, row, chain);
        return writeFiller(sql);
      });
    await this.#withKey(write);
  }

  async follow(ring: (seq?: number) => void): Promise<boolean> {
    const notified = (seq: string) => ring(integer.parse(seq));
    await this.#db.listen(CHANNEL, notified, () => ring());
    return this.#db.dialect === "postgres";
  }

  /**
   * Like `#change`, but ends the sessions of other programs that read the tables for long, such as a
   * dump: midnight does not wait for them. If it has no right to end them, the last try does not
   * truncate.
   */
  async #retryPastLocks<Result>(
    body: (sql: Sql, row: RoomRow, chain: Chain, truncates: boolean) => Promise<Change<Result>>,
  ): Promise<Change<Result>> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#change((sql, row, chain) => body(sql, row, chain, tries < MOST_TRIES));
      } catch (error) {
        if (!isLockTimeout(error)) throw error;
        await terminateBlockingReaders(this.#db.read);
        await Bun.sleep(BETWEEN_TRIES_MS);
      }
    }
  }

  /**
   * Runs a change that needs the day's key. If this node does not hold it, gets it and runs the
   * change again.
   */
  async #withKey<Result>(change: () => Promise<Result>): Promise<Result> {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof KeyNotHeld)) throw error;
    }
    await this.#ensureKey();
    return change();
  }

  /**
   * Destroys the key of an earlier day. When this resolves, the node holds today's key, and has
   * checked that it is right.
   */
  async #ensureKey(): Promise<void> {
    const row = await this.#rowWithKey();
    this.#isStarted = true;
    if (row.key_check !== "" || !this.#cipher.seals) return;
    try {
      await this.#change(async (sql, now, chain) => {
        await this.#beginKey(sql, now, chain);
        return { events: [], result: undefined };
      });
    } catch (error) {
      if (!(error instanceof KeyNotHeld)) throw error;
      // Another node began the key first.
      await this.#cipher.advanceTo(await readRoomRow(this.#db.read));
    }
  }

  /**
   * Gets the key that the room's row names, and returns the row. If that key is lost at a start,
   * deletes its texts instead.
   */
  async #rowWithKey(): Promise<RoomRow> {
    const row = await readRoomRow(this.#db.read);
    try {
      await this.#cipher.advanceTo(row);
      return row;
    } catch (error) {
      if (!(error instanceof KeyLost) || this.#isStarted) throw error;
      await giveUpDay(this.#db, this.#cipher.seals, row, error, (body) =>
        this.#change((sql, now, chain) => {
          chain.end();
          return body(sql, now);
        }),
      );
      await this.#destruction.checkpointWal();
    }
    const now = await readRoomRow(this.#db.read);
    await this.#cipher.advanceTo(now);
    return now;
  }

  async #beginKey(sql: Sql, row: RoomRow, chain: Chain): Promise<void> {
    this.#cipher.begin(row);
    const check = this.#cipher.check(row.day);
    if (row.key_check === check) return;
    await sql`UPDATE room SET key_check = ${check}`;
    row.key_check = check;
    await beginChain(sql, this.#db.dialect, row, chain);
  }

  async #appendUnder(submissions: readonly Submission[], at: number) {
    return this.#change(async (sql, row, chain) => {
      await this.#beginKey(sql, row, chain);
      const memory = this.#memoryOf(row);
      // Of a try that failed: what was not stored may be said again.
      memory.repeats.rollback();
      const stored = await appendSubmissions(sql, this.#db.dialect, row, submissions, at, memory, {
        seal: (seq, text) => this.#cipher.seal(row.day, seq, text),
        link: (seq, columns) => chain.link(seq, columns),
      });
      return { ...stored, result: undefined };
    });
  }

  async #inTransaction<Result>(
    at: number,
    run: (open: Open) => Promise<Change<Result>>,
  ): Promise<Change<Result>> {
    const change = await this.#withKey(() =>
      this.#change((sql, row) => {
        const { standings } = this.#memoryOf(row);
        return run({ sql, dialect: this.#db.dialect, row, standings, at });
      }),
    );
    return { ...change, events: await this.withTexts(change.events) };
  }

  #memoryOf({ epoch }: RoomRow): SpeakingMemory {
    if (this.#memory.epoch !== epoch) this.#memory = new SpeakingMemory(this.#limits, epoch);
    return this.#memory;
  }

  /** One transaction under the room's lock. Moves the head to the last event, and tells the other nodes. */
  async #change<Result, Outcome extends Change<Result>>(
    body: (sql: Sql, row: RoomRow, chain: Chain) => Promise<Outcome>,
  ): Promise<Outcome> {
    const { change, head, link } = await this.#db.transaction(async (sql) => {
      const row = await this.#epoch.lock(sql);
      const chain = new Chain(row, () => this.#cipher.chainKeyOf(row));
      const change = await body(sql, row, chain);
      return { change, ...(await moveHead(sql, this.#db.dialect, row, chain, change.events)) };
    });
    this.#epoch.reached(head, link);
    return change;
  }
}
