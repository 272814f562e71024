import { hkdfSync, randomBytes, randomFillSync } from "node:crypto";
import type { Database } from "../database/database.ts";
import { UnusableDatabase } from "../database/database.ts";
import type { RoomRow } from "../database/room-row.ts";
import { isSealed, open, seal } from "./aes-gcm.ts";
import { DayKey } from "./day-key.ts";
import { KeyExchange } from "./key-exchange.ts";

/** Under the lock there is no time to ask for a key. */
export class KeyNotHeld extends Error {}

/** The key of the day is neither here nor given by another node; the message says what to do. */
export class KeyLost extends UnusableDatabase {}

/** Where the key of the day is kept, null to store in the clear; `secret` is what the nodes share. */
export interface KeyLocation {
  file: string | null;
  secret: string | null;
}

/** The room's day, and which key its texts are sealed with. */
type KeyRow = Pick<RoomRow, "day" | "key_check">;

/**
 * What stands between the log and its rows: texts are sealed on the way in and opened on the
 * way out, while their day lasts.
 */
export class MessageCipher {
  readonly #file: string | null;
  readonly #key: DayKey | null;
  #exchange: KeyExchange | null = null;
  /** Addresses are told apart by it where there is no key of the day. */
  readonly #salt = { day: "", bytes: randomBytes(32) };

  private constructor(file: string | null, derivation: "fresh" | "chained") {
    this.#file = file;
    this.#key = file === null ? null : new DayKey(file, derivation);
  }

  /** Stores in the clear. */
  static inTheClear(): MessageCipher {
    return new MessageCipher(null, "fresh");
  }

  /** Throws UnusableKey. */
  static async open(db: Database, { file, secret }: KeyLocation): Promise<MessageCipher> {
    const cipher = new MessageCipher(file, db.dialect === "sqlite" ? "fresh" : "chained");
    if (db.dialect === "postgres" && file !== null && secret !== null) {
      cipher.#exchange = await KeyExchange.open(db, secret, () => cipher.#key?.held ?? null);
    }
    return cipher;
  }

  get seals(): boolean {
    return this.#key !== null;
  }

  /** Whether this node holds no key yet that is as late as `day`: another has begun that day. */
  isBehind(day: string): boolean {
    return this.#key !== null && (this.#key.held?.day ?? "") < day;
  }

  /** What `room.key_check` says while this node holds the day's key. Empty in the clear. */
  check(day: string): string {
    return this.#key?.check(day) ?? "";
  }

  /**
   * Under the lock: begins the day's key where there is none. Throws KeyNotHeld where this node
   * still holds an earlier day's, or another sealed with its own.
   */
  begin(row: KeyRow): void {
    if (row.key_check === "") this.#key?.begin(row.day);
    const isMissing = this.seals && this.check(row.day) === "";
    if (isMissing || !this.#fits(row)) throw new KeyNotHeld("The key of the day is not held.");
  }

  /**
   * Destroys the key of a day before the room's, and gets today's from another node where it is
   * not held. Throws KeyLost where nobody gives it: what was said today cannot be read here.
   */
  async advanceTo(row: KeyRow): Promise<void> {
    const key = this.#key;
    key?.advanceTo(row.day);
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

  /** Null for what was said on a day that is over. Throws for what should open and does not. */
  open(day: string, seq: number, stored: string): string | null {
    if (!isSealed(stored)) return stored;
    const key = this.#key?.of(day);
    return key ? open(key, seq, stored) : null;
  }

  /** Whether the key that is held opens it, whatever the day: after a turn it may not. */
  opensNow(seq: number, stored: string): boolean {
    const held = this.#key?.held;
    if (!held || !isSealed(stored)) return false;
    try {
      open(held.key, seq, stored);
      return true;
    } catch {
      // It does not: that is the answer.
      return false;
    }
  }

  /** By which addresses are told apart on `day`; nobody can make it again afterwards. */
  salt(day: string): string {
    const key = this.#key?.of(day) ?? this.#salt.bytes;
    return Buffer.from(hkdfSync("sha256", key, day, "addresses", 32)).toString("hex");
  }

  close(): void {
    this.#key?.close();
  }

  #renewSalt(day: string): void {
    if (this.#salt.day >= day) return;
    this.#salt.day = day;
    randomFillSync(this.#salt.bytes);
  }

  #fits({ day, key_check }: KeyRow): boolean {
    return this.check(day) === key_check || (key_check === "" && this.#key !== null);
  }
}
