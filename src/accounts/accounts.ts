import { ROOM } from "../room/commands.ts";
import { accountKey } from "../room/keys.ts";
import type { Clock, Passwords, Sender, Tokens, User, Users } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import { isReserved } from "../room/reserved-names.ts";
import type { Room } from "../room/room.ts";
import type { WordList } from "../room/word-list.ts";
import type { SetupSecrets } from "./setup-secrets.ts";
import { SignInLimits } from "./sign-in-limits.ts";

export interface AccountParts {
  users: Users;
  passwords: Passwords;
  tokens: Tokens;
  setup: SetupSecrets;
  clock: Clock;
  room: Pick<Room, "do">;
  words: WordList;
}

export interface Registration {
  email: string;
  username: string;
  password: string;
}

/** Somebody who showed a token that still works. */
export interface SignedIn {
  user: User;
  tokenId: string;
  expires: number;
}

/** Who has an account, and who is behind a token. */
export class Accounts {
  readonly #parts: AccountParts;
  readonly #limits = new SignInLimits();

  constructor(parts: AccountParts) {
    this.#parts = parts;
  }

  /** Throws Refusal `email_taken`, `username_taken`, `not_allowed` or `busy`. */
  async register({ email, username, password }: Registration): Promise<User> {
    const { users, passwords, clock, words } = this.#parts;
    words.check(username);
    if (isReserved(username)) {
      throw new Refusal("username_taken", "That username is kept for the room itself.");
    }
    const passwordHash = await passwords.hash(password);
    return users.create({ email, username, passwordHash, isAdmin: false }, clock.now());
  }

  /**
   * Throws Refusal `wrong_credentials`, after the same work and with the same
   * words for an unknown e-mail address as for a wrong password; `banned`; `too_many_attempts`; `busy`.
   */
  async signIn(
    email: string,
    password: string,
    range: string,
  ): Promise<{ token: string; user: User }> {
    const { users, passwords, tokens, clock } = this.#parts;
    const account = email.toLowerCase();
    this.#checkTries(account, range);
    const user = await users.byEmail(email);
    const matches = await passwords.verify(password, user?.passwordHash ?? null);
    // Again: others may have failed while this one waited its turn.
    this.#checkTries(account, range);
    if (!user || !matches) {
      this.#limits.failed(account, range, clock.now());
      throw new Refusal(
        "wrong_credentials",
        "That e-mail address and password do not go together.",
      );
    }
    if (!user.isActive) throw new Refusal("banned", "This account is banned.");
    this.#limits.succeeded(account, range);
    return { token: await tokens.issue(user), user };
  }

  /** Throws Refusal `not_signed_in` or `banned`. */
  async identify(token: string): Promise<SignedIn> {
    const claims = await this.#parts.tokens.read(token);
    const user = claims && (await this.#parts.users.byToken(claims.userId, claims.tokenId));
    if (!claims || !user) throw notSignedIn();
    if (!user.isActive) throw new Refusal("banned", "This account is banned.");
    if (claims.version !== user.tokenVersion) throw notSignedIn();
    return { user, tokenId: claims.tokenId, expires: claims.expires };
  }

  /**
   * The sender whose account a token was issued to, by its signature alone: the token may have been
   * ended since. Null for anything but a token of ours that has not expired.
   */
  async senderKeyOf(token: string): Promise<string | null> {
    const claims = await this.#parts.tokens.read(token);
    return claims && accountKey(claims.userId);
  }

  /** As `identify`; throws Refusal `not_admin` too. */
  async identifyAdmin(token: string): Promise<SignedIn> {
    const signedIn = await this.identify(token);
    if (!signedIn.user.isAdmin) throw new Refusal("not_admin", "Only an admin may do this.");
    return signedIn;
  }

  /** As `identify`; throws Refusal `not_staff` too. */
  async identifyStaff(token: string): Promise<SignedIn> {
    const signedIn = await this.identify(token);
    const { isAdmin, isModerator } = signedIn.user;
    if (isAdmin || isModerator) return signedIn;
    throw new Refusal("not_staff", "Only admins and moderators may do this.");
  }

  /** The token stops working and its sockets close, on every node. */
  async signOut({ user, tokenId, expires }: SignedIn): Promise<void> {
    const input = { userId: user.id, tokenId, expires };
    await this.#parts.room.do("signOut", input, senderOf(user));
  }

  /** After this there is an admin with this address and password; false where there was. A new password ends every sign-in of before. */
  async ensureAdmin(email: string, password: string): Promise<boolean> {
    const { users, passwords, clock, room } = this.#parts;
    const user = await users.byEmail(email);
    const isSet = user && (await passwords.verify(password, user.passwordHash));
    if (isSet && user.isAdmin && user.isActive) return false;
    const passwordHash = await passwords.hash(password);
    if (user) {
      await room.do("makeAdmin", { userId: user.id, passwordHash }, ROOM);
      return true;
    }
    const username = await this.#freeUsername("admin");
    try {
      await users.create({ email, username, passwordHash, isAdmin: true }, clock.now());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // Another node that starts at the same time was first.
      await this.ensureAdmin(email, password);
    }
    return true;
  }

  /** A secret that makes one admin, within an hour, on any node, while there is none; null once there is. */
  async openSetup(): Promise<string | null> {
    const { users, setup } = this.#parts;
    return (await users.hasAdmin()) ? null : setup.issue();
  }

  /** Of all who have a secret of a setup, one makes the admin. Throws Refusal `setup_closed`, or as `register`. */
  async setUp(secret: string, { email, username, password }: Registration): Promise<User> {
    const { users, passwords, setup, clock } = this.#parts;
    if (!setup.isGood(secret)) throw setupClosed();
    const passwordHash = await passwords.hash(password);
    const user = { email, username, passwordHash, isAdmin: true };
    const admin = await users.createFirstAdmin(user, clock.now());
    if (!admin) throw setupClosed();
    return admin;
  }

  async #freeUsername(base: string): Promise<string> {
    const { users } = this.#parts;
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}-${number}`;
      if (!(await users.isNameTaken(name))) return name;
    }
  }

  #checkTries(account: string, range: string): void {
    const wait = this.#limits.wait(account, range, this.#parts.clock.now());
    if (wait === 0) return;
    throw new Refusal(
      "too_many_attempts",
      `Too many attempts; try again in ${wait} seconds.`,
      wait,
    );
  }
}

/** How an account speaks in the room. */
export function senderOf(user: User): Sender {
  const kind = user.isAdmin ? "admin" : user.isModerator ? "moderator" : "user";
  const { id, username: name } = user;
  return { key: accountKey(id), name, kind, userId: id, range: null, since: null };
}

function notSignedIn(): Refusal {
  return new Refusal("not_signed_in", "Sign in first.");
}

function setupClosed(): Refusal {
  return new Refusal("setup_closed", "This setup link has been used or has expired.");
}
