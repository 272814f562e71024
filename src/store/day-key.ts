import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { parseJson } from "../room/json.ts";
import { readIfThere, replaceWiped } from "./key-file.ts";

const KEY_BYTES = 32;
const DAY_MS = 86_400_000;

/** What a node may hand to another: the key of one day. */
export const HeldKey = z.object({
  day: z.iso.date(),
  key: z.base64().refine((text) => Buffer.from(text, "base64").length === KEY_BYTES),
});
export type HeldKey = z.infer<typeof HeldKey>;

/** A key file that holds no key; the message says what to do. */
export class UnusableKey extends Error {}

/**
 * How the next day's key is made. `fresh`: at random. `chained`: by a one-way step from today's,
 * so that every node that holds it comes to the same without a word, and none can go back.
 */
export type Succession = "fresh" | "chained";

interface Held {
  day: string;
  key: Buffer;
  check: string;
}

/**
 * The key of the day, in memory and in one file, and never a key of a day before. What was
 * sealed with those is lost to everyone, wherever a copy of it lies.
 */
export class DayKey {
  readonly #file: string;
  readonly #succession: Succession;
  #held: Held | null;

  /** Throws UnusableKey, or the system's error for a file that cannot be read. */
  constructor(file: string, succession: Succession) {
    this.#file = file;
    this.#succession = succession;
    this.#held = this.#read();
  }

  get held(): HeldKey | null {
    return this.#held && { day: this.#held.day, key: this.#held.key.toString("base64") };
  }

  /**
   * The key of `day`, or null where that is over or has none here yet. A key of an earlier day is
   * destroyed before this returns, here and in the file, where another may follow it.
   */
  of(day: string): Buffer | null {
    if (this.#held === null || this.#held.day < day) this.followFile();
    const held = this.#held;
    if (this.#succession === "chained" && held && held.day < day) {
      this.#hold(day, step(held.key, daysBetween(held.day, day)));
    }
    return this.#held?.day === day ? this.#held.key : null;
  }

  /** Makes the key of `day` where there is none; it is on disk when this returns. Of all who share the file, one at a time. */
  begin(day: string): void {
    if (this.of(day) || (this.#held && this.#held.day > day)) return;
    this.#hold(day, randomBytes(KEY_BYTES));
  }

  /** Tells whether two nodes hold the same key, and nothing of the key. Empty where `of` is null. */
  check(day: string): string {
    return this.of(day) && this.#held ? this.#held.check : "";
  }

  /** Takes another node's key in place of its own, if on `day` it comes to `check`. */
  adopt({ day: since, key }: HeldKey, day: string, check: string): boolean {
    const offered = step(Buffer.from(key, "base64"), daysBetween(since, day));
    const right = Buffer.from(check);
    const given = Buffer.from(checkOf(offered));
    if (given.length !== right.length || !timingSafeEqual(given, right)) return false;
    this.#hold(day, offered);
    return true;
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
    replaceWiped(this.#file, written(day, key));
    this.#held?.key.fill(0);
    this.#held = { day, key, check: checkOf(key) };
  }

  #read(): Held | null {
    const text = readIfThere(this.#file);
    if (text === null) return null;
    const parsed = HeldKey.safeParse(parseJson(text));
    if (!parsed.success) {
      throw new UnusableKey(
        `The file ${this.#file} holds no key of a day. Put back the one that belongs there, or remove it.`,
      );
    }
    const key = Buffer.from(parsed.data.key, "base64");
    return { day: parsed.data.day, key, check: checkOf(key) };
  }
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

function written(day: string, key: Uint8Array): string {
  return `${JSON.stringify({ day, key: Buffer.from(key).toString("base64") } satisfies HeldKey)}\n`;
}
