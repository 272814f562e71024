import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { UnusableDatabase } from "../database/database.ts";
import { assertWritable, overwrite, readIfThere } from "./key-file.ts";

const KEY_BYTES = 32;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_BYTES = 10;

/** The key of one day, as a node may give it to another. */
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

interface Held extends HeldKey {
  check: string;
}

/**
 * The key of the day, in memory and in one file. Keys of earlier days are in neither, so nobody can
 * read what was sealed with them, whoever has a copy of it.
 */
export class DayKey {
  readonly #file: string;
  readonly #derivation: KeyDerivation;
  #held: Held | null;

  /** Throws UnusableKey if the file contains no key, or cannot be read or written. */
  constructor(file: string, derivation: KeyDerivation) {
    this.#file = file;
    this.#derivation = derivation;
    try {
      // It must be writable at midnight; if it is not, the operator should learn it now.
      assertWritable(file);
      this.#held = this.#read();
    } catch (error) {
      if (error instanceof UnusableKey || !(error instanceof Error)) throw error;
      throw new UnusableKey(
        `The key file ${file} cannot be read and written (${error.message}). Give it to the user that runs the room, or name another place in DAY_KEY_FILE.`,
      );
    }
  }

  /** Not a copy: it is wiped when the day ends. */
  get held(): Readonly<HeldKey> | null {
    return this.#held;
  }

  /** The key of `day`; null if another day's is held, or none. */
  of(day: string): Buffer | null {
    return this.#held?.day === day ? this.#held.key : null;
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
    this.#hold(day, isChain ? step(key, daysBetween(since, day)) : randomBytes(KEY_BYTES));
  }

  /**
   * Makes the key of `day` if none is held, and syncs it to the disk. Also if one of a later day is
   * held: an operator has put the room back to `day`. Never while an earlier day's key is held.
   * Processes that share the file must not call it at the same time.
   */
  begin(day: string): void {
    if (this.#held === null) this.followFile();
    if (this.#held === null || this.#held.day > day) this.#hold(day, randomBytes(KEY_BYTES));
  }

  /** Takes over another node's key, if its key of `day` has the value `check`. Returns whether it did. */
  adopt({ day: since, key }: HeldKey, day: string, check: string): boolean {
    const offered = step(key, daysBetween(since, day));
    const right = Buffer.from(check);
    const given = Buffer.from(checkOf(offered));
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    if (isRight) this.#hold(day, offered);
    else offered.fill(0);
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
    if (inFile === null || inFile.day < (this.#held?.day ?? "")) return;
    this.#held?.key.fill(0);
    this.#held = inFile;
  }

  #hold(day: string, key: Buffer): void {
    const bytes = keyBytes({ day, key });
    overwrite(this.#file, bytes);
    bytes.fill(0);
    this.#held?.key.fill(0);
    this.#held = { day, key, check: checkOf(key) };
  }

  #read(): Held | null {
    const bytes = readIfThere(this.#file);
    if (bytes === null) return null;
    const held = keyFrom(bytes);
    bytes.fill(0);
    if (held !== null) return { ...held, check: checkOf(held.key) };
    throw new UnusableKey(
      `The file ${this.#file} holds no key of a day. Put back the one that belongs there, or remove it.`,
    );
  }
}

/** A buffer and not a string, because a string cannot be wiped. */
export function keyBytes({ day, key }: HeldKey): Buffer {
  return Buffer.concat([Buffer.from(day), key]);
}

/** Copies the key out of the bytes. Null if they contain none. */
export function keyFrom(bytes: Buffer): HeldKey | null {
  const day = bytes.subarray(0, DAY_BYTES).toString("latin1");
  const key = bytes.subarray(DAY_BYTES);
  return DAY.test(day) && key.length === KEY_BYTES ? { day, key: Buffer.from(key) } : null;
}

/** One step of HKDF (RFC 5869) for each day. */
function step(key: Uint8Array, days: number): Buffer {
  let next = Buffer.from(key);
  for (let day = 0; day < days; day++) {
    const following = Buffer.from(hkdfSync("sha256", next, "", "the next day", KEY_BYTES));
    next.fill(0);
    next = following;
  }
  return next;
}

function daysBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS);
}

function checkOf(key: Uint8Array): string {
  return createHmac("sha256", key).update("check").digest("hex").slice(0, 16);
}
