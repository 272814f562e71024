import {
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from "node:crypto";
import { UnusableDatabase } from "../database/database.ts";
import { assertWritable, overwrite, readIfThere } from "./key-file.ts";
import { intoSecret, wipeable } from "./secret-bytes.ts";

const KEY_BYTES = 32;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_BYTES = 10;

/** The key of one day, as a node may give it to another. `key` is `wipeable`. */
export interface HeldKey {
  day: string;
  key: Buffer;
}

/** The key file contains no key, or cannot be read or written. The message says what to do. */
export class UnusableKey extends UnusableDatabase {}

/**
 * How the next day's key is made. `fresh`: at random. `chained`: derived from today's key by a
 * one-way function, so that all nodes get the same key without exchanging it, and none can compute
 * an earlier one.
 */
export type KeyDerivation = "fresh" | "chained";

/**
 * `secret`: the key for whoever seals. node:crypto copies a key of bytes on each call, and leaves the copies in memory;
 * of this one it makes none.
 */
interface Held extends HeldKey {
  secret: KeyObject;
  check: string;
}

/**
 * The key of the day, in memory and in one file. Keys of earlier days are in neither, so nobody can
 * read what was sealed with them, whoever has a copy of it.
 */
export class DayKey {
  readonly #file: string;
  readonly #derivation: KeyDerivation;
  #held: Held | null = null;

  /** Throws UnusableKey if the file contains no key, or cannot be read or written. */
  constructor(file: string, derivation: KeyDerivation) {
    this.#file = file;
    this.#derivation = derivation;
    try {
      // It must be writable at midnight; if it is not, the operator should learn it now.
      assertWritable(file);
      this.followFile();
    } catch (error) {
      if (error instanceof UnusableKey || !(error instanceof Error)) throw error;
      throw new UnusableKey(
        `The key file ${file} cannot be read and written (${error.message}). Give it to the user that runs the room, or name another place in DAY_KEY_FILE.`,
      );
    }
  }

  /** Not a copy: it is wiped when the day ends. */
  get held(): Readonly<Held> | null {
    return this.#held;
  }

  /** The key of `day`; null if another day's is held, or none. */
  of(day: string): KeyObject | null {
    return this.#held?.day === day ? this.#held.secret : null;
  }

  /** A value by which nodes compare their keys; it shows nothing of the key. Empty where `of` is null. */
  check(day: string): string {
    return this.#held?.day === day ? this.#held.check : "";
  }

  /**
   * Replaces the key of an earlier day by that of `day`, in memory and in the file. Nothing is left
   * of the old one. Does nothing if no key is held, or one of `day` or later.
   */
  advanceTo(day: string): void {
    if (this.#held === null || this.#held.day >= day) return;
    this.followFile();
    const { day: since, key } = this.#held;
    if (since >= day) return;
    const isChain = this.#derivation === "chained";
    this.#hold(heldOf(day, isChain ? step(key, daysBetween(since, day)) : freshKey()));
  }

  /**
   * Makes the key of `day` if none is held, and syncs it to the disk. Also if one of a later day is
   * held: an operator has put the room back to `day`. Never while an earlier day's key is held.
   * Processes that share the file must not call it at the same time.
   */
  begin(day: string): void {
    if (this.#held === null) this.followFile();
    if (this.#held === null || this.#held.day > day) this.#hold(heldOf(day, freshKey()));
  }

  /** Takes over another node's key, if its key of `day` has the value `check`. Returns whether it did. */
  adopt({ day: since, key }: HeldKey, day: string, check: string): boolean {
    const offered = heldOf(day, step(key, daysBetween(since, day)));
    const right = Buffer.from(check);
    const given = Buffer.from(offered.check);
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    if (isRight) this.#hold(offered);
    else offered.key.fill(0);
    return isRight;
  }

  /** Wipes the key in memory. The file keeps it for the next start. */
  close(): void {
    this.#held?.key.fill(0);
    this.#held = null;
  }

  /** Takes over the key in the file, if another process that shares it wrote a newer one. */
  followFile(): void {
    const inFile = this.#read();
    if (inFile === null) return;
    if (this.#held === null || isNewer(inFile, this.#held)) {
      this.close();
      this.#held = heldOf(inFile.day, inFile.key);
    } else inFile.key.fill(0);
  }

  #hold(next: Held): void {
    const bytes = keyBytes(next);
    overwrite(this.#file, bytes);
    bytes.fill(0);
    this.close();
    this.#held = next;
  }

  #read(): HeldKey | null {
    const bytes = readIfThere(this.#file);
    if (bytes === null) return null;
    const held = keyFrom(bytes);
    bytes.fill(0);
    if (held !== null) return held;
    throw new UnusableKey(
      `The file ${this.#file} holds no key of a day. Put back the one that belongs there, or remove it.`,
    );
  }
}

/** A buffer and not a string, because a string cannot be wiped. */
export function keyBytes({ day, key }: HeldKey): Buffer {
  const bytes = wipeable(DAY_BYTES + KEY_BYTES);
  bytes.write(day, "latin1");
  key.copy(bytes, DAY_BYTES);
  return bytes;
}

/** Copies the key out of the bytes. Null if they contain none. */
export function keyFrom(bytes: Buffer): HeldKey | null {
  const day = bytes.toString("latin1", 0, DAY_BYTES);
  if (!DAY.test(day) || bytes.length !== DAY_BYTES + KEY_BYTES) return null;
  const key = wipeable(KEY_BYTES);
  bytes.copy(key, 0, DAY_BYTES);
  return { day, key };
}

/** Of one day too: another process may have begun it with a key of its own. */
function isNewer(inFile: HeldKey, held: HeldKey): boolean {
  return inFile.day > held.day || (inFile.day === held.day && !inFile.key.equals(held.key));
}

function heldOf(day: string, key: Buffer): Held {
  const secret = createSecretKey(key);
  const check = createHmac("sha256", secret).update("check").digest("hex").slice(0, 16);
  return { day, key, secret, check };
}

function freshKey(): Buffer {
  return randomFillSync(wipeable(KEY_BYTES));
}

/** One step of HKDF (RFC 5869) for each day. */
function step(key: Buffer, days: number): Buffer {
  let next = wipeable(KEY_BYTES);
  key.copy(next);
  for (let day = 0; day < days; day++) {
    next = Buffer.from(hkdfSync("sha256", intoSecret(next), "", "the next day", KEY_BYTES));
  }
  return next;
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS);
}
