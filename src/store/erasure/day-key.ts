import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { UnusableDatabase } from "../database/database.ts";
import { assertWritable, overwrite, readIfThere } from "./key-file.ts";

const KEY_BYTES = 32;
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_BYTES = 10;

/** What a node may hand to another: the key of one day. */
export interface HeldKey {
  day: string;
  key: Buffer;
}

/** A key file that holds no key, or cannot be used; the message says what to do. */
export class UnusableKey extends UnusableDatabase {}

/**
 * How the next day's key is made. `fresh`: at random. `chained`: by a one-way step from today's,
 * so that every node that holds it comes to the same without a word, and none can go back.
 */
export type KeyDerivation = "fresh" | "chained";

interface Held extends HeldKey {
  check: string;
}

/**
 * The key of the day, in memory and in one file, and never a key of a day before. What was
 * sealed with those is lost to everyone, wherever a copy of it lies.
 */
export class DayKey {
  readonly #file: string;
  readonly #derivation: KeyDerivation;
  #held: Held | null;

  /** Throws UnusableKey for a file that holds no key, or that cannot be read or written. */
  constructor(file: string, derivation: KeyDerivation) {
    this.#file = file;
    this.#derivation = derivation;
    try {
      this.#held = this.#read();
      // At midnight it must be written: now is the time to say that it cannot be.
      assertWritable(file);
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

  /** Null where `day` is over, or has no key here yet. */
  of(day: string): Buffer | null {
    return this.#held?.day === day ? this.#held.key : null;
  }

  /** Tells whether two nodes hold the same key, and nothing of the key. Empty where `of` is null. */
  check(day: string): string {
    return this.#held?.day === day ? this.#held.check : "";
  }

  /**
   * Destroys the key of a day before `day`, here and in the file, and puts that of `day` in its
   * place. Does nothing where none is held, or that of `day` or a later one.
   */
  advanceTo(day: string): void {
    if (this.#held === null || this.#held.day >= day) return;
    this.followFile();
    const { day: since, key } = this.#held;
    if (since >= day) return;
    const isChain = this.#derivation === "chained";
    this.#hold(day, isChain ? step(key, daysBetween(since, day)) : randomBytes(KEY_BYTES));
  }

  /** Makes the key of `day` where none is held; it is on disk when this returns. Of all who share the file, one at a time. */
  begin(day: string): void {
    if (this.#held === null) this.followFile();
    if (this.#held === null) this.#hold(day, randomBytes(KEY_BYTES));
  }

  /** Takes another node's key in place of its own, if on `day` it comes to `check`. */
  adopt({ day: since, key }: HeldKey, day: string, check: string): boolean {
    const offered = step(key, daysBetween(since, day));
    const right = Buffer.from(check);
    const given = Buffer.from(checkOf(offered));
    const isRight = given.length === right.length && timingSafeEqual(given, right);
    if (isRight) this.#hold(day, offered);
    else offered.fill(0);
    return isRight;
  }

  /** Forgets it here; the file keeps it for the next start. */
  close(): void {
    this.#held?.key.fill(0);
    this.#held = null;
  }

  /** Another process that shares the file may have put a newer key there. */
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

/** Never as text: a string cannot be wiped. */
export function keyBytes({ day, key }: HeldKey): Buffer {
  return Buffer.concat([Buffer.from(day), key]);
}

/** A copy; null for what no key was written to. */
export function keyFrom(bytes: Buffer): HeldKey | null {
  const day = bytes.subarray(0, DAY_BYTES).toString("latin1");
  const key = bytes.subarray(DAY_BYTES);
  return DAY.test(day) && key.length === KEY_BYTES ? { day, key: Buffer.from(key) } : null;
}

/** HKDF (RFC 5869), once a day. */
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
