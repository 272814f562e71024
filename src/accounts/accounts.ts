import type { Passwords, SecondSteps, Tokens, User, Users } from "../room/account-ports.ts";
import { ROOM } from "../room/commands.ts";
import { accountKey } from "../room/keys.ts";
import type { Clock } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import { isReserved } from "../room/reserved-names.ts";
import type { Room } from "../room/room.ts";
import { BannedRefusal, banOf } from "../room/sanctions.ts";
import type { WordList } from "../room/word-list.ts";
import { refuseCommon } from "./common-passwords.ts";
import { OwnAccount } from "./own-account.ts";
import { keyOf, PasswordChecks } from "./password-checks.ts";
import { Resets } from "./resets.ts";
import type { Secrets } from "./room-secrets.ts";
import type { SealedSecrets } from "./sealed-secrets.ts";
import { SecondStep } from "./second-step.ts";
import type { SetupSecrets } from "./setup-secrets.ts";
import { type SignedIn, SignIns } from "./sign-ins.ts";

export interface AccountParts {
  users: Users;
  secondSteps: SecondSteps;
  sealed: SealedSecrets;
  passwords: Passwords;
  tokens: Tokens;
  setup: SetupSecrets;
  /** What the secrets of reset links are hashed with, the same on all nodes. */
  resetKey: Secrets;
  clock: Clock;
  room: Pick<Room, "do" | "state">;
  words: WordList;
}

export interface Registration {
  email: string;
  username: string;
  password: string;
}

/** Who has an account, and who is behind a token. */
export class Accounts {
  readonly #parts: AccountParts;
  readonly #checks: PasswordChecks;
  readonly signIns: SignIns;
  readonly own: OwnAccount;
  readonly resets: Resets;
  readonly secondStep: SecondStep;

  constructor(parts: AccountParts) {
    const checks = new PasswordChecks(parts.passwords, parts.clock);
    const signIns = new SignIns(parts);
    this.#parts = parts;
    this.#checks = checks;
    this.signIns = signIns;
    this.own = new OwnAccount({ ...parts, checks, signIns });
    this.resets = new Resets(parts.resetKey, parts);
    this.secondStep = new SecondStep({ ...parts, checks });
  }

  /** Throws Refusal `email_taken`, `username_taken`, `not_allowed`, `common_password` or `busy`. */
  async register({ email, username, password }: Registration): Promise<User> {
    const { users, passwords, clock, words } = this.#parts;
    words.check(username);
    if (isReserved(username)) {
      throw new Refusal("username_taken", "That username is kept for the room itself.");
    }
    await refuseCommon(password);
    const passwordHash = await passwords.hash(password);
    return users.create({ email, username, passwordHash, isAdmin: false }, clock.now());
  }

  /**
   * Throws Refusal `wrong_credentials`, after the same work and with the same
   * words for an unknown e-mail address as for a wrong password; `banned`; `too_many_attempts`; `busy`;
   * with the right password `code_needed` or `wrong_code`.
   */
  async signIn(
    email: string,
    password: string,
    range: string,
    code?: string,
  ): Promise<{ token: string; user: User }> {
    const user = await this.#parts.users.byEmail(email);
    const account = keyOf(email);
    const hash = user?.passwordHash ?? null;
    const matches = await this.#checks.matches(account, hash, password, range);
    if (!user || !matches) {
      throw new Refusal(
        "wrong_credentials",
        "That e-mail address and password do not go together.",
      );
    }
    this.#refuseBanned(user);
    await this.secondStep.pass(user, code, range);
    this.#checks.succeeded(account, range);
    await this.#rehash(user, password);
    return { token: await this.signIns.begin(user), user };
  }

  /** Whether somebody signed in to that account from that range, since this node was started. */
  hasSignedIn(email: string, range: string): boolean {
    return this.#checks.hasSucceeded(keyOf(email), range);
  }

  /** Throws Refusal `not_signed_in` or `banned`. */
  async identify(token: string): Promise<SignedIn & { expires: number }> {
    const claims = await this.#parts.tokens.read(token);
    const user = claims && (await this.#parts.users.byToken(claims.userId, claims.tokenId));
    if (!claims || !user) throw notSignedIn();
    this.#refuseBanned(user);
    if (claims.version !== user.tokenVersion) throw notSignedIn();
    return { user, tokenId: claims.tokenId, since: claims.since, expires: claims.expires };
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

  /** Its tokens stop working and its sockets close, on every node. */
  async signOut({ user, tokenId }: SignedIn): Promise<void> {
    await this.signIns.endToken(user, tokenId);
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

  /** Throws Refusal `setup_closed` for a secret that `setUp` would refuse. Does not use it up. */
  async checkSetup(secret: string): Promise<void> {
    const { users, setup } = this.#parts;
    if (!setup.isGood(secret) || (await users.hasAdmin())) throw setupClosed();
  }

  /** Of all who have a secret of a setup, one makes the admin. Throws Refusal `setup_closed`, or as `register`. */
  async setUp(secret: string, { email, username, password }: Registration): Promise<User> {
    const { users, passwords, setup, clock } = this.#parts;
    if (!setup.isGood(secret)) throw setupClosed();
    await refuseCommon(password);
    const passwordHash = await passwords.hash(password);
    const user = { email, username, passwordHash, isAdmin: true };
    const admin = await users.createFirstAdmin(user, clock.now());
    if (!admin) throw setupClosed();
    return admin;
  }

  #refuseBanned({ id, isActive }: User): void {
    if (isActive) return;
    const { room, clock } = this.#parts;
    const subject = { key: accountKey(id), range: null, since: null };
    throw new BannedRefusal(banOf(room.state, subject, clock.now()));
  }

  async #freeUsername(base: string): Promise<string> {
    const { users } = this.#parts;
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}-${number}`;
      if (!(await users.isNameTaken(name))) return name;
    }
  }

  /** A hash of an earlier form is replaced while the password is at hand. No reason to keep anybody out. */
  async #rehash(user: User, password: string): Promise<void> {
    const { users, passwords } = this.#parts;
    if (!passwords.isOld(user.passwordHash)) return;
    const hash = await passwords.hash(password);
    await users.rehash(user.id, user.passwordHash, hash);
  }
}

function notSignedIn(): Refusal {
  return new Refusal("not_signed_in", "Sign in first.");
}

function setupClosed(): Refusal {
  return new Refusal("setup_closed", "This setup link has been used or has expired.");
}
