import { signal } from "@preact/signals";
import type { OwnAccountBody, SignInBody } from "../../src/wire/accounts.ts";
import type { Account, Problem, Token } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { type Answer, call } from "../shared/api.ts";
import { muteSentence } from "../shared/ban.ts";
import { KEYS, local } from "../shared/storage.ts";
import { words } from "../words/account-words.ts";
import { SecondStep } from "./own-second-step.ts";

const LOOK_EVERY_MS = 5_000;

/** What went well, or did not, in one part of the page. */
export type Said = { text: string; isBad: boolean } | undefined;

/** The account of whoever is signed in. Where the sign-in is over, the page is left. */
export class OwnAccount {
  readonly account = signal<Account | undefined>(undefined);
  /** What staff laid on the account: it is muted or banned, until when and why. */
  readonly standing = signal("");
  readonly signIns = signal<readonly SignInBody[] | undefined>(undefined);
  /** How often the password was changed here. */
  readonly changes = signal(0);
  readonly saidOfPassword = signal<Said>(undefined);
  readonly secondStep = new SecondStep(refused);
  readonly saidOfSignIns = signal<Said>(undefined);

  async enter(): Promise<void> {
    if (local.recall(KEYS.token) === undefined) return leave();
    const account = await this.#look();
    if (!account.ok) {
      refused(account);
      return;
    }
    this.account.value = account.value;
    await this.#list();
    await this.secondStep.load();
  }

  /** Whoever keeps the page open is told of what changes meanwhile. */
  follow(): void {
    const look = () => {
      if (!document.hidden) void this.#look();
    };
    setInterval(look, LOOK_EVERY_MS);
    document.addEventListener("visibilitychange", look);
  }

  async #look(): Promise<Answer<OwnAccountBody>> {
    const account = await call<OwnAccountBody>("GET", "/api/auth/me");
    if (account.ok)
      this.standing.value = account.value.muted ? muteSentence(account.value.muted) : "";
    // Who is not signed in any more is told when they do something.
    else if (account.status !== 401) this.standing.value = account.problem.detail;
    return account;
  }

  async changePassword(password: string, next: string): Promise<Problem | undefined> {
    this.saidOfPassword.value = undefined;
    const body = { password, new_password: next };
    const changed = await call<Token>("POST", "/api/auth/password", body);
    if (!changed.ok) return refused(changed);
    local.keep(KEYS.token, changed.value.access_token);
    this.saidOfPassword.value = { text: words.password.done, isBad: false };
    this.changes.value++;
    await this.#list();
    return undefined;
  }

  async end({ id }: SignInBody): Promise<void> {
    const ended = await call("DELETE", `/api/auth/sign-ins/${id}`);
    this.saidOfSignIns.value = ended.ok
      ? { text: words.signIns.ended, isBad: false }
      : bad(refused(ended));
    await this.#list();
  }

  async endAll(): Promise<void> {
    const ended = await call("POST", "/api/auth/logout-everywhere");
    if (ended.ok) signedOut("/login");
    else this.saidOfSignIns.value = bad(refused(ended));
  }

  async delete(password: string): Promise<Problem | undefined> {
    const gone = await call("DELETE", "/api/auth/me", { password });
    if (!gone.ok) return refused(gone);
    signedOut("/");
    return undefined;
  }

  async #list(): Promise<void> {
    const listed = await call<SignInBody[]>("GET", "/api/auth/sign-ins");
    if (listed.ok) this.signIns.value = listed.value;
    else this.saidOfSignIns.value = bad(refused(listed));
  }
}

function bad({ detail }: Problem): Said {
  return { text: detail, isBad: true };
}

function refused({ status, problem }: Extract<Answer<unknown>, { ok: false }>): Problem {
  if (status === 401) leave();
  return problem;
}

function signedOut(to: string): void {
  local.forget(KEYS.token);
  location.assign(address(to));
}

function leave(): void {
  location.replace(address("/login#why=needSignIn"));
}
