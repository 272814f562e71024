/** What accounts need from outside, each with what it promises. */

import type { UserSort } from "../wire/limits.ts";

export interface User {
  id: number;
  email: string;
  username: string;
  isAdmin: boolean;
  isModerator: boolean;
  isActive: boolean;
  createdAt: string;
  passwordHash: string;
  /** Grows when every sign-in of the account ends: at a ban, and at a new password. */
  tokenVersion: number;
}

/** One sign-in of an account: little, and nothing of the device or the address. */
export interface SignIn {
  /** In every token of the sign-in. */
  id: string;
  /** To the hour, in milliseconds since the epoch, as `used`. */
  since: number;
  /** When its token was last issued. */
  used: number;
}

export interface KeptSignIn extends SignIn {
  userId: number;
  /** The account's `tokenVersion`: with another, the sign-in is over. */
  version: number;
  /** When its last token expires, in milliseconds since the epoch. */
  expires: number;
}

export interface NewUser {
  email: string;
  username: string;
  passwordHash: string;
  isAdmin: boolean;
}

/** Which accounts, and in which order. */
export interface UserList {
  /** How the name or the e-mail address begins, in whatever case; null for everybody. */
  search: string | null;
  sort: UserSort;
}

export interface Users {
  /** Throws Refusal `email_taken`, or `username_taken`, also for a name that looks like another's. */
  create(user: NewUser, at: number): Promise<User>;
  /** As `create`, but null if there is an admin already. Of several calls at once, one succeeds. */
  createFirstAdmin(user: NewUser, at: number): Promise<User | null>;
  byEmail(email: string): Promise<User | null>;
  /** The user behind a token, unless that token was signed out. Its version is not looked at. */
  byToken(id: number, tokenId: string): Promise<User | null>;
  /** Makes or renews a sign-in; what is kept of one that was ended stays ended. */
  keepSignIn(signIn: KeptSignIn): Promise<void>;
  /** The sign-ins of an account that work at `at`, the last used first. */
  signIns(userId: number, at: number): Promise<SignIn[]>;
  /** The account that a reset was opened for, by the hash of its secret. */
  byReset(secretHash: string, at: number): Promise<User | null>;
  /** Keeps another hash of the same password, unless the password has changed. */
  rehash(id: number, from: string, to: string): Promise<void>;
  /** Whether an account has this name, or one that looks like it. */
  isNameTaken(name: string): Promise<boolean>;
  /** Those of these names that are taken. */
  takenNames(names: readonly string[]): Promise<string[]>;
  hasAdmin(): Promise<boolean>;
  count(): Promise<number>;
  /** Of everybody, the oldest first, where it is not said otherwise. */
  page(skip: number, limit: number, list?: UserList): Promise<User[]>;
}

/** What an account asks for beside its password. */
export interface HeldSecondStep {
  /** Sealed. */
  secret: string;
  /** False until its owner has shown a code of it. */
  isOn: boolean;
  /** Recovery codes that were not used. */
  codesLeft: number;
}

export interface SecondSteps {
  of(userId: number): Promise<HeldSecondStep | null>;
  /** In place of one that is not on yet; false, and nothing, where one is on. */
  begin(userId: number, secret: string): Promise<boolean>;
  /** Turns on what was begun with this secret. `period`: of the code that showed it. False where it is not so any more. */
  turnOn(
    userId: number,
    secret: string,
    period: number,
    codeHashes: readonly string[],
  ): Promise<boolean>;
  /** True once for each period, and only for later ones than before, on all nodes together. */
  spendPeriod(userId: number, period: number): Promise<boolean>;
  /** True once for each recovery code. */
  spendCode(userId: number, codeHash: string): Promise<boolean>;
  /** Every one, on or not. */
  all(): Promise<{ userId: number; secret: string }[]>;
  /** Keeps the same secret in another form, unless it has changed. */
  reseal(userId: number, from: string, to: string): Promise<void>;
  /** False where no second step is on. */
  replaceCodes(userId: number, codeHashes: readonly string[]): Promise<boolean>;
  remove(userId: number): Promise<void>;
}

export interface Passwords {
  /** Throws Refusal `busy` when too many calls are waiting. */
  hash(password: string): Promise<string>;
  /**
   * `null` never matches, and takes as long as a real hash: the time tells nobody whether an
   * account exists.
   */
  verify(password: string, hash: string | null): Promise<boolean>;
  /** Whether a hash is of an earlier form than `hash` makes. */
  isOld(hash: string): boolean;
}

export interface Claims {
  userId: number;
  /** The sign-in: the same in each token that renews another. */
  tokenId: string;
  /** When that sign-in began, in milliseconds since the epoch. */
  since: number;
  /** The account's `tokenVersion` when it was issued. */
  version: number;
  /** Milliseconds since the epoch. */
  expires: number;
}

export interface Tokens {
  /** A token of a new sign-in; with `signIn`, another of that one, which cannot go on for ever. */
  issue(
    user: Pick<User, "id" | "tokenVersion" | "isAdmin" | "isModerator">,
    signIn?: Pick<Claims, "tokenId" | "since">,
  ): Promise<{ token: string; claims: Claims }>;
  /** Null for anything but a token of ours that has not expired. */
  read(token: string): Promise<Claims | null>;
}
