import pLimit from "p-limit";
import { z } from "zod";
import { Thread } from "../process/thread.ts";
import type { Passwords } from "../room/account-ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Hashed, Hashing } from "./hashing-thread.ts";

/** Of Argon2id: KiB of memory, and passes over it. */
export interface Effort {
  memoryCost: number;
  timeCost: number;
}

/** Twice the passes that OWASP's cheat sheet asks for with this much memory. See docs/decisions. */
const EFFORT: Effort = { memoryCost: 19_456, timeCost: 4 };
const ARGON2 = "$argon2id$";
/** bcrypt reads no further. */
const BCRYPT_BYTES = 72;
const PREHASHED = "sha256$";
const AT_ONCE = 1;
const WAITING = 64;
/** One for the process, and none before somebody has a password. */
let hasher: Thread<Hashing> | undefined;
const thread = () => (hasher ??= new Thread("accounts/hashing-thread"));

/** Salt and hash of a random password that nobody kept. */
const NOBODY =
  "tAh4t6yL1r0qhFHDeYoaSSBhcAnxQ2lARL/Yu+f3tfA$f5Fid+BlBtppJS+DzdiOuuBWVxsR+8h2pLZxMapc6Y4";

/**
 * Argon2id (RFC 9106), on a thread of its own, one at a time and after everything else that wants
 * the processor, so that a storm of sign-ins does not hold up the room.
 *
 * Earlier programs stored bcrypt: `$2b$…` for a password of at most 72 bytes, `sha256$` and the
 * bcrypt hash of the base64 of its SHA-256 for a longer one. The first of them cut longer passwords
 * at 72 bytes, and a character that straddled them with it. Such a hash verifies, and is replaced
 * when its owner signs in.
 */
export class HashedPasswords implements Passwords {
  readonly #turn = pLimit(AT_ONCE);
  readonly #effort: Effort;
  readonly #form: string;

  constructor(effort = EFFORT) {
    this.#effort = effort;
    this.#form = `${ARGON2}v=19$m=${effort.memoryCost},t=${effort.timeCost},p=1$`;
  }

  async hash(password: string): Promise<string> {
    return z.string().parse(await this.#queue({ work: "hash", password, ...this.#effort }));
  }

  async verify(password: string, hash: string | null): Promise<boolean> {
    const stored = hash ?? this.#form + NOBODY;
    const matches = await this.#queue({ work: "verify", ...checkOf(password, stored) });
    return matches === true && hash !== null;
  }

  isOld(hash: string): boolean {
    return !hash.startsWith(this.#form);
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

/** What is compared with which hash, by the form of what is stored. */
function checkOf(password: string, stored: string) {
  if (stored.startsWith(ARGON2)) return { password, hash: stored };
  if (!stored.startsWith(PREHASHED)) return { password: cut(password), hash: stored };
  return { password: digest(password), hash: stored.slice(PREHASHED.length) };
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
