import type { Passwords, User } from "../room/account-ports.ts";
import type { Clock } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import { SignInLimits } from "./sign-in-limits.ts";

/** Whether a password is an account's; how often that may be tried is the same wherever it is asked. */
export class PasswordChecks {
  readonly #passwords: Pick<Passwords, "verify">;
  readonly #clock: Pick<Clock, "now">;
  readonly #limits = new SignInLimits();

  constructor(passwords: Pick<Passwords, "verify">, clock: Pick<Clock, "now">) {
    this.#passwords = passwords;
    this.#clock = clock;
  }

  /** Takes as long for null, which is nobody's hash. Throws Refusal `too_many_attempts` or `busy`. */
  async matches(
    account: string,
    hash: string | null,
    password: string,
    range: string,
  ): Promise<boolean> {
    this.#checkTries(account, range);
    const matches = await this.#passwords.verify(password, hash);
    // Again: others may have failed while this one waited its turn.
    this.#checkTries(account, range);
    if (!matches) this.#limits.failed(account, range, this.#clock.now());
    return matches;
  }

  /** Throws Refusal `wrong_password`, or as `matches`. */
  async confirm(user: User, password: string, range: string): Promise<void> {
    if (await this.matches(keyOf(user.email), user.passwordHash, password, range)) return;
    throw new Refusal("wrong_password", "That is not your password.");
  }

  /** From this range the account has been signed in to. */
  succeeded(account: string, range: string): void {
    this.#limits.succeeded(account, range);
  }

  hasSucceeded(account: string, range: string): boolean {
    return this.#limits.knows(account, range);
  }

  #checkTries(account: string, range: string): void {
    const wait = this.#limits.wait(account, range, this.#clock.now());
    if (wait === 0) return;
    throw new Refusal(
      "too_many_attempts",
      `Too many attempts; try again in ${wait} seconds.`,
      wait,
    );
  }
}

/** By what tries are counted, whether there is such an account or not. */
export function keyOf(email: string): string {
  return email.toLowerCase();
}
