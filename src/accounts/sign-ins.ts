import type { SignIn, Tokens, User, Users } from "../room/account-ports.ts";
import type { Clock } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import { senderOf } from "./sender.ts";

const HOUR_MS = 3_600_000;
/** No token works longer than this after it was issued. */
const ENDED_FOR_MS = 31 * 86_400_000;

export interface SignInParts {
  users: Pick<Users, "keepSignIn" | "signIns">;
  tokens: Tokens;
  clock: Clock;
  room: Pick<Room, "do">;
}

/** Somebody who showed a token that still works. */
export interface SignedIn {
  user: User;
  tokenId: string;
  /** When the sign-in began, in milliseconds since the epoch. */
  since: number;
}

/** The sign-ins of an account: begun with a password, renewed by their own tokens, ended by their owner. */
export class SignIns {
  readonly #parts: SignInParts;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  /** Returns its token. */
  async begin(user: User): Promise<string> {
    const { token } = await this.#issue(user);
    return token;
  }

  /** Issues another token of the same sign-in. Throws Refusal `not_signed_in` if the sign-in is too old. */
  async renew({ user, tokenId, since }: SignedIn) {
    return this.#issue(user, { tokenId, since });
  }

  async list({ id }: User): Promise<SignIn[]> {
    return this.#parts.users.signIns(id, this.#parts.clock.now());
  }

  /** Its tokens stop working and its sockets close, on every node. Throws Refusal `not_found` if it is not a sign-in of this user. */
  async end(user: User, id: string): Promise<void> {
    const own = await this.list(user);
    if (!own.some((one) => one.id === id)) {
      throw new Refusal("not_found", "You have no such sign-in.");
    }
    await this.endToken(user, id);
  }

  async endToken(user: User, tokenId: string): Promise<void> {
    const expires = this.#parts.clock.now() + ENDED_FOR_MS;
    await this.#parts.room.do("signOut", { userId: user.id, tokenId, expires }, senderOf(user));
  }

  async #issue(user: User, signIn?: { tokenId: string; since: number }) {
    const { users, tokens, clock } = this.#parts;
    const { token, claims } = await tokens.issue(user, signIn);
    const { tokenId: id, userId, version, expires } = claims;
    if (expires <= clock.now()) throw new Refusal("not_signed_in", "Sign in again.");
    const since = toHour(claims.since);
    const used = toHour(clock.now());
    await users.keepSignIn({ id, userId, version, since, used, expires });
    return { token, expires };
  }
}

/** The owner can still recognise the sign-in, and nothing more exact is stored. */
function toHour(at: number): number {
  return at - (at % HOUR_MS);
}
