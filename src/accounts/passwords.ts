import pLimit from "p-limit";
import { z } from "zod";
import { Thread } from "../process/thread.ts";
import type { Passwords } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Hashed, Hashing } from "./hashing-thread.ts";

const COST = 12;
/** bcrypt reads no further. */
const BCRYPT_BYTES = 72;
const PREHASHED = "sha256$";
const AT_ONCE = 1;
const WAITING = 64;
/** One for the process, and none before somebody has a password. */
let hasher: Thread<Hashing> | undefined;
const thread = () => (hasher ??= new Thread("accounts/hashing-thread"));

/** Salt and hash of a random password that nobody kept. */
const NOBODY = "3e7dI.ouO0i2zKTDYe7yB.Ml5krZeRkI6bnJgek8yWzGHfwOZgv8q";

/**
 * bcrypt, cost 12, on a thread of its own, one at a time and after everything else that wants the
 * processor, so that a storm of sign-ins does not hold up the room.
 *
 * Stored forms: `$2b$…` for a password of at most 72 bytes; `sha256$` and the bcrypt hash of
 * the base64 of its SHA-256 for a longer one, so that none of it is cut silently. A `$2b$`
 * hash may come from the earlier program, which cut longer passwords at 72 bytes, and a
 * character that straddled them with it.
 */
export class BcryptPasswords implements Passwords {
  readonly #turn = pLimit(AT_ONCE);
  readonly #cost: number;
  readonly #nobody: string;

  constructor(cost = COST) {
    this.#cost = cost;
    this.#nobody = `$2b$${`${cost}`.padStart(2, "0")}$${NOBODY}`;
  }

  async hash(password: string): Promise<string> {
    const direct = Buffer.byteLength(password) <= BCRYPT_BYTES && !password.includes("\0");
    const input = direct ? password : digest(password);
    const hash = z
      .string()
      .parse(await this.#queue({ work: "hash", password: input, cost: this.#cost }));
    // Bun writes the same algorithm's older name.
    const named = hash.replace(/^\$2[ay]\$/, "$2b$");
    return direct ? named : PREHASHED + named;
  }

  async verify(password: string, hash: string | null): Promise<boolean> {
    const stored = hash ?? this.#nobody;
    const prehashed = stored.startsWith(PREHASHED);
    const input = prehashed ? digest(password) : cut(password);
    const bcrypt = prehashed ? stored.slice(PREHASHED.length) : stored;
    const matches = await this.#queue({ work: "verify", password: input, hash: bcrypt });
    return matches === true && hash !== null;
  }

  async #queue(hashing: Hashing): Promise<string | boolean> {
    if (this.#turn.pendingCount >= WAITING) {
      throw new Refusal("busy", "Too many people are signing in; try again in a moment.", 5);
    }
    const hashed = await this.#turn(() => thread().call<Hashed>(hashing));
    if ("failure" in hashed) throw new Error(hashed.failure);
    return hashed.outcome;
  }
}

function digest(password: string): string {
  return new Bun.CryptoHasher("sha256").update(password).digest("base64");
}

function cut(password: string): string {
  const bytes = Buffer.from(password);
  if (bytes.length <= BCRYPT_BYTES) return password;
  let end = BCRYPT_BYTES;
  const continues = (byte: number | undefined) => byte !== undefined && (byte & 0xc0) === 0x80;
  while (continues(bytes[end])) end--;
  return bytes.subarray(0, end).toString();
}
