import type { SecondSteps, User } from "../room/account-ports.ts";
import type { Clock } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import {
  addressOf,
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  periodOf,
} from "./one-time-codes.ts";
import { keyOf, type PasswordChecks } from "./password-checks.ts";
import type { SealedSecrets } from "./sealed-secrets.ts";
import { SignInLimits } from "./sign-in-limits.ts";

const MINUTE_MS = 60_000;
/**
 * Three codes of a million are right at a time, so fewer tries than of a password. Whoever tries has
 * the password, and never holds up the owner's own range.
 */
const TRIES = {
  pair: [5, 15 * MINUTE_MS],
  knownPair: [5, 5 * MINUTE_MS],
  range: [50, 15 * MINUTE_MS],
  account: [20, 15 * MINUTE_MS],
} as const;

interface SecondStepParts {
  secondSteps: SecondSteps;
  sealed: SealedSecrets;
  checks: PasswordChecks;
  clock: Pick<Clock, "now">;
}

/** What an account asks for beside its password, where its owner has turned that on. */
export class SecondStep {
  readonly #parts: SecondStepParts;
  readonly #limits = new SignInLimits(TRIES);

  constructor(parts: SecondStepParts) {
    this.#parts = parts;
  }

  async state({ id }: User): Promise<{ on: boolean; codesLeft: number }> {
    const held = await this.#parts.secondSteps.of(id);
    return held?.isOn ? { on: true, codesLeft: held.codesLeft } : { on: false, codesLeft: 0 };
  }

  /** The secret for an app. Nothing is asked for before `turnOn`. Throws Refusal `wrong_password`, `invalid` where it is on, or as that. */
  async begin(user: User, password: string, range: string) {
    const { secondSteps, sealed, checks } = this.#parts;
    await checks.confirm(user, password, range);
    const secret = newSecret();
    const isBegun = await secondSteps.begin(user.id, await sealed.seal(user.id, secret));
    if (!isBegun) throw isOn();
    return { secret, address: addressOf(secret, user.username) };
  }

  /** Shows that the app has the secret. Returns the recovery codes, which nobody is told again. */
  async turnOn(user: User, code: string, range: string): Promise<string[]> {
    const { secondSteps } = this.#parts;
    this.#checkTries(user, range);
    const held = await secondSteps.of(user.id);
    if (held?.isOn) throw isOn();
    const period = held ? await this.#period(user, held.secret, code) : null;
    if (!held || period === null) throw this.#failed(user, range);
    const codes = newRecoveryCodes();
    const hashes = codes.map(hashOfRecoveryCode);
    if (!(await secondSteps.turnOn(user.id, held.secret, period, hashes))) throw wrongCode();
    return codes;
  }

  async turnOff(user: User, password: string, code: string, range: string): Promise<void> {
    await this.#parts.checks.confirm(user, password, range);
    await this.pass(user, code, range);
    await this.#parts.secondSteps.remove(user.id);
  }

  /** In place of those that are left. */
  async renewCodes(user: User, password: string, code: string, range: string): Promise<string[]> {
    await this.#parts.checks.confirm(user, password, range);
    await this.pass(user, code, range);
    const codes = newRecoveryCodes();
    const isOn = await this.#parts.secondSteps.replaceCodes(user.id, codes.map(hashOfRecoveryCode));
    if (!isOn) throw new Refusal("not_found", "You have no second step.");
    return codes;
  }

  /** After the room's secret was changed: what the one before sealed would open no more without it. */
  async reseal(): Promise<void> {
    const { secondSteps, sealed } = this.#parts;
    for (const { userId, secret } of await secondSteps.all()) {
      const renewed = await sealed.renewed(userId, secret);
      if (renewed !== null) await secondSteps.reseal(userId, secret, renewed);
    }
  }

  /**
   * Once the password was right. Throws Refusal `code_needed` where none was given, `wrong_code` or
   * `too_many_attempts`. Every code is taken once, on whichever node.
   */
  async pass(user: User, code: string | undefined, range: string): Promise<void> {
    const held = await this.#parts.secondSteps.of(user.id);
    if (!held?.isOn) return;
    if (code === undefined) {
      throw new Refusal("code_needed", "This account asks for the code of its second step too.");
    }
    this.#checkTries(user, range);
    if (!(await this.#spend(user, held.secret, code))) throw this.#failed(user, range);
    this.#limits.succeeded(keyOf(user.email), range);
  }

  async #spend(user: User, secret: string, code: string): Promise<boolean> {
    const { secondSteps } = this.#parts;
    const digits = code.replace(/\s/g, "");
    if (!/^\d{6}$/.test(digits)) return secondSteps.spendCode(user.id, hashOfRecoveryCode(code));
    const period = await this.#period(user, secret, digits);
    return period !== null && secondSteps.spendPeriod(user.id, period);
  }

  async #period({ id }: User, sealedSecret: string, code: string): Promise<number | null> {
    const secret = await this.#parts.sealed.open(id, sealedSecret);
    return secret === null
      ? null
      : periodOf(secret, code.replace(/\s/g, ""), this.#parts.clock.now());
  }

  #checkTries(user: User, range: string): void {
    const wait = this.#limits.wait(keyOf(user.email), range, this.#parts.clock.now());
    if (wait === 0) return;
    throw new Refusal(
      "too_many_attempts",
      `Too many attempts; try again in ${wait} seconds.`,
      wait,
    );
  }

  #failed(user: User, range: string): Refusal {
    this.#limits.failed(keyOf(user.email), range, this.#parts.clock.now());
    return wrongCode();
  }
}

function wrongCode(): Refusal {
  return new Refusal("wrong_code", "That code is not right, or was used already.");
}

function isOn(): Refusal {
  return new Refusal("invalid", "Your second step is on already.");
}
