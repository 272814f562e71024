import { randomBytes } from "node:crypto";
import {
  type Database,
  type Report,
  toStandardError,
  UnusableDatabase,
} from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { isSealed, openIfSound, seal } from "./aes-gcm.ts";
import { DayKey } from "./day-key.ts";
import { addressKey, chainKey } from "./derived-keys.ts";
import { KeyExchange } from "./key-exchange.ts";
import { intoSecret } from "./secret-bytes.ts";

/** This node does not hold the day's key. It must get it after releasing the lock, because that takes long. */
export class KeyNotHeld extends Error {}

/** This node does not hold the day's key, and no other node gave it. The message says what to do. */
export class KeyLost extends UnusableDatabase {}

/** `file`: where the key of the day is kept, null to store in the clear. `secrets`: what the nodes share, none on SQLite. */
export interface KeyLocation {
  file: string | null;
  secrets: readonly string[];
}

const NO_CHAIN_KEY = { check: "", key: "" };

/** The room's day, and the check value of its key. */
type KeyRow = Pick<RoomRow, "day" | "key_check">;

/**
 * Seals texts before they are stored, and opens them when they are read, as long as their day lasts.
 */
export class MessageCipher {
  readonly #file: string | null;
  readonly #key: DayKey | null;
  #exchange: KeyExchange | null = null;
  /** For `salt`, if there is no key of the day. */
  #salt = { day: "", secret: freshSecret() };

  /** That of the last day, and of which key it was made. */
  #chainKey = NO_CHAIN_KEY;

  /** Messages that were reported as damaged. */
  readonly #damaged = new Set<number>();
  readonly #report: Report;

  private constructor(file: string | null, derivation: "fresh" | "chained", report: Report) {
    this.#file = file;
    this.#report = report;
    this.#key = file === null ? null : new DayKey(file, derivation);
  }

  /** Stores in the clear. */
  static inTheClear(): MessageCipher {
    return new MessageCipher(null, "fresh", toStandardError);
  }

  /** Throws UnusableKey. */
  static async open(db: Database, { file, secrets }: KeyLocation): Promise<MessageCipher> {
    const cipher = new MessageCipher(
      file,
      db.dialect === "sqlite" ? "fresh" : "chained",
      db.report,
    );
    if (db.dialect === "postgres" && file !== null && secrets.length > 0) {
      cipher.#exchange = await KeyExchange.open(db, secrets, () => cipher.#key?.held ?? null);
    }
    return cipher;
  }

  get seals(): boolean {
    return this.#key !== null;
  }

  /** Whether another node has begun `day`, and this one holds no key of that day or later yet. */
  isBehind(day: string): boolean {
    return this.#key !== null && (this.#key.held?.day ?? "") < day;
  }

  /**
   * The value of `room.key_check` for the key of `day`. Empty if this node does not hold it, or
   * stores in the clear.
   */
  check(day: string): string {
    return this.#key?.check(day) ?? "";
  }

  /**
   * Under the lock: makes the day's key if no node has yet. Throws KeyNotHeld if this node holds an
   * earlier day's key, or not the one that other nodes use.
   */
  begin(row: KeyRow): void {
    if (row.key_check === "") this.#key?.begin(row.day);
    const isMissing = this.seals && this.check(row.day) === "";
    if (isMissing || !this.#fits(row)) throw new KeyNotHeld("The key of the day is not held.");
  }

  /**
   * Destroys the key of an earlier day than the room's. Then gets the room's key from another node,
   * if this one does not hold it. Throws KeyLost if no node gives it: today's texts cannot be read.
   */
  async advanceTo(row: KeyRow): Promise<void> {
    const key = this.#key;
    key?.advanceTo(row.day);
    if (this.check(row.day) !== this.#chainKey.check) this.#chainKey = NO_CHAIN_KEY;
    this.#renewSalt(row.day);
    if (this.#fits(row)) return;
    key?.followFile();
    if (this.#fits(row)) return;
    const { day, key_check: check } = row;
    if (key && (await this.#exchange?.ask((held) => key.adopt(held, day, check)))) return;
    throw new KeyLost(
      this.#file === null
        ? "What was said today is stored sealed. Start without DAY_KEY_FILE=none, or wait until tomorrow."
        : `What was said today is sealed with a key that is not in ${this.#file}, and the nodes that run did not give it. Put the file back, or start this node with their SECRET_KEY.`,
    );
  }

  seal(day: string, seq: number, text: string): string {
    if (this.#key === null) return text;
    const key = this.#key.of(day);
    if (key === null) throw new KeyNotHeld(`The day ${day} is over.`);
    return seal(key, seq, text);
  }

  /**
   * Null if the key of `day` is not held, as after its end. Null too where the row was damaged on the
   * disk: one message is missing then, and the room goes on; the operator is told once of each.
   */
  open(day: string, seq: number, stored: string): string | null {
    const key = this.#key?.of(day);
    if (!key) return isSealed(stored) ? null : stored;
    // What has no mark is tried too: where the mark is damaged, what was sealed is no text to show.
    const text = openIfSound(key, seq, stored);
    if (isSealed(stored) === (text !== null)) return text ?? stored;
    this.reportDamaged(day, seq);
    return text;
  }

  /** Whether the key that is held now opens a text of any day. After the turn, no old text may open. */
  opensNow(seq: number, stored: string): boolean {
    const held = this.#key?.held;
    return held != null && isSealed(stored) && openIfSound(held.secret, seq, stored) !== null;
  }

  /** The key for hashes of addresses on `day`. After the day nobody can compute it again. */
  salt(day: string): string {
    return addressKey(this.#key?.of(day) ?? this.#salt.secret, day);
  }

  /**
   * For the hashes that link the rows of the room's day. Null where texts are stored in the clear, and
   * before a key has begun. Throws KeyNotHeld if this node does not hold the one that has.
   */
  chainKeyOf(row: KeyRow): string | null {
    if (!this.seals || row.key_check === "") return null;
    const key = this.heldChainKey(row);
    if (key === null) throw new KeyNotHeld("The key of the day is not held.");
    return key;
  }

  /** As `chainKeyOf`, but null where this node does not hold the key, as after the end of the day. */
  heldChainKey(row: KeyRow): string | null {
    const key = this.#key?.of(row.day);
    if (!key || this.check(row.day) !== row.key_check) return null;
    if (this.#chainKey.check !== row.key_check) {
      this.#chainKey = { check: row.key_check, key: chainKey(key, row.day) };
    }
    return this.#chainKey.key;
  }

  close(): void {
    this.#key?.close();
  }

  /** Tells of each place once. */
  reportDamaged(day: string, seq: number): void {
    if (this.#damaged.has(seq)) return;
    this.#damaged.add(seq);
    this.#report(
      `The row of message ${seq} of ${day} is damaged: what it holds is not what was stored. It is left out where that can be served to nobody. \`rage-room verify\` reads the whole database.`,
    );
  }

  /** As `reportDamaged`, of places one after another. */
  reportLost(day: string, first: number, last: number): void {
    let from = first;
    while (from <= last && this.#damaged.has(from)) from++;
    if (from > last) return;
    for (let seq = from; seq <= last; seq++) this.#damaged.add(seq);
    const places = from === last ? `place ${from}` : `places ${from} to ${last}`;
    this.#report(
      `The log of ${day} has lost ${places}: something was stored there, and its row is gone. Readers are told of nothing there. \`rage-room verify\` reads the whole database.`,
    );
  }

  #renewSalt(day: string): void {
    if (this.#salt.day < day) this.#salt = { day, secret: freshSecret() };
  }

  #fits({ day, key_check }: KeyRow): boolean {
    return this.check(day) === key_check || (key_check === "" && this.#key !== null);
  }
}

function freshSecret() {
  return intoSecret(randomBytes(32));
}
