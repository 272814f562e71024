import { createHmac, randomBytes } from "node:crypto";
import type { Passwords, User, Users } from "../room/account-ports.ts";
import { ROOM } from "../room/commands.ts";
import { accountKey } from "../room/keys.ts";
import type { Clock, Sender } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import { refuseCommon } from "./common-passwords.ts";
import { deriveKey } from "./derive-key.ts";
import { Keys, type Secrets } from "./room-secrets.ts";

const GOOD_FOR_MS = 60 * 60_000;
const SECRET_BYTES = 32;

interface ResetParts {
  users: Pick<Users, "byReset">;
  passwords: Passwords;
  room: Pick<Room, "do">;
  clock: Clock;
}

/**
 * The way back for somebody who has forgotten a password: a secret that an admin hands over, good
 * once and for an hour. Only its keyed hash is stored: who reads the database cannot use it.
 */
export class Resets {
  readonly #keys: Keys<Buffer>;
  readonly #parts: ResetParts;

  constructor(secrets: Secrets, parts: ResetParts) {
    this.#keys = new Keys(secrets, (secret) => deriveKey(secret, "password resets"));
    this.#parts = parts;
  }

  /** Returns the secret. Throws Refusal `not_found` or `admin_protected`. */
  async open(admin: Sender, userId: number): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString("base64url");
    const expires = this.#parts.clock.now() + GOOD_FOR_MS;
    const input = { userId, secretHash: hash(this.#keys.signing, secret), expires };
    await this.#parts.room.do("openReset", input, admin);
    return secret;
  }

  /** Sets the password and ends every sign-in of before. Throws Refusal `reset_closed`, `common_password` or `busy`. */
  async use(secret: string, password: string): Promise<void> {
    const { passwords, room } = this.#parts;
    await refuseCommon(password);
    // Before anything is hashed, which costs: of all secrets that anybody may make up, none gets there.
    const { user, secretHash } = await this.#find(secret);
    if (!user) throw new Refusal("reset_closed", "This link has been used or has expired.");
    const passwordHash = await passwords.hash(password);
    const actor = { ...ROOM, key: accountKey(user.id), kind: "user" as const, userId: user.id };
    await room.do("useReset", { secretHash, passwordHash }, actor);
  }

  async #find(secret: string): Promise<{ user: User | null; secretHash: string }> {
    const { users, clock } = this.#parts;
    for (const key of this.#keys.believed) {
      const secretHash = hash(key, secret);
      const user = await users.byReset(secretHash, clock.now());
      if (user) return { user, secretHash };
    }
    return { user: null, secretHash: "" };
  }
}

function hash(key: Buffer, secret: string): string {
  return createHmac("sha256", key).update(secret).digest("hex");
}
