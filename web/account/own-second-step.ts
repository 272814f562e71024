import { signal } from "@preact/signals";
import type { RecoveryCodes, SecondStepBegun, SecondStepState } from "../../src/wire/accounts.ts";
import type { Done, Problem } from "../../src/wire/http.ts";
import { type Answer, call } from "../shared/api.ts";

const PATH = "/api/auth/second-step";

/** What an account asks for beside its password, as its owner sets it up. */
export class SecondStep {
  /** Undefined until it is known. */
  readonly state = signal<SecondStepState | undefined>(undefined);
  readonly begun = signal<SecondStepBegun | undefined>(undefined);
  /** Shown once. */
  readonly codes = signal<readonly string[] | undefined>(undefined);
  readonly wasTurnedOff = signal(false);
  readonly #refused: (answer: Extract<Answer<unknown>, { ok: false }>) => Problem;

  constructor(refused: (answer: Extract<Answer<unknown>, { ok: false }>) => Problem) {
    this.#refused = refused;
  }

  async load(): Promise<void> {
    const state = await call<SecondStepState>("GET", PATH);
    if (state.ok) this.state.value = state.value;
    else this.#refused(state);
  }

  async begin(password: string): Promise<Problem | undefined> {
    const begun = await call<SecondStepBegun>("POST", PATH, { password });
    if (!begun.ok) return this.#refused(begun);
    this.wasTurnedOff.value = false;
    this.begun.value = begun.value;
    return undefined;
  }

  async turnOn(code: string): Promise<Problem | undefined> {
    return this.#show(await call<RecoveryCodes>("POST", `${PATH}/confirm`, { code }));
  }

  async renewCodes(password: string, code: string): Promise<Problem | undefined> {
    return this.#show(
      await call<RecoveryCodes>("POST", `${PATH}/recovery-codes`, { password, code }),
    );
  }

  async turnOff(password: string, code: string): Promise<Problem | undefined> {
    const ended = await call<Done>("DELETE", PATH, { password, code });
    if (!ended.ok) return this.#refused(ended);
    this.wasTurnedOff.value = true;
    await this.load();
    return undefined;
  }

  /** The codes are written down. */
  kept(): void {
    this.codes.value = undefined;
  }

  async #show(made: Answer<RecoveryCodes>): Promise<Problem | undefined> {
    if (!made.ok) return this.#refused(made);
    this.begun.value = undefined;
    this.codes.value = made.value.recovery_codes;
    await this.load();
    return undefined;
  }
}
