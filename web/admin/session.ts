import { signal } from "@preact/signals";
import type { Account, Done, Stats } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { type Answer, call } from "../shared/api.ts";
import { signOut } from "../shared/sign-out.ts";
import { KEYS, local } from "../shared/storage.ts";
import { UndoOffer } from "../shared/undo.tsx";
import { words } from "../words/words.ts";

const STATS_EVERY_MS = 5_000;

/** What every part of the admin page works with: the right to be here, the figures, what went wrong. */
export class AdminSession {
  readonly stats = signal<Stats | undefined>(undefined);
  /** The last thing that was done, or was not, and why. */
  readonly outcome = signal<{ text: string; isBad: boolean } | undefined>(undefined);

  /** What the last act took away may come back for a while. */
  readonly undo = new UndoOffer();

  #isLeaving = false;

  /** Lets an admin in; sends anybody else to the login page, saying why. */
  async enter(): Promise<boolean> {
    if (local.recall(KEYS.token) === undefined) return leave("needAdmin");
    const me = await call<Account>("GET", "/api/auth/me");
    if (!me.ok) return this.#refused(me);
    if (!me.value.is_admin) return leave("notAdmin");
    await this.refresh();
    setInterval(() => {
      if (!document.hidden) void this.refresh();
    }, STATS_EVERY_MS);
    return true;
  }

  async refresh(): Promise<void> {
    this.stats.value = (await this.ask<Stats>("/api/admin/stats")) ?? this.stats.peek();
  }

  async ask<T>(path: string): Promise<T | undefined> {
    // A sign-in that is being ended answers nothing more.
    if (this.#isLeaving) return undefined;
    const answer = await call<T>("GET", path);
    if (answer.ok) return answer.value;
    this.#refused(answer);
    return undefined;
  }

  /** Does it and says how it went: `done`, or why not. True when it was done. */
  async act(
    method: "POST" | "DELETE",
    path: string,
    done: string,
    body?: unknown,
  ): Promise<boolean> {
    const answer = await call<Done>(method, path, body);
    if (!answer.ok) return this.#refused(answer);
    this.outcome.value = { text: done, isBad: false };
    this.undo.begin(answer.value.undo);
    void this.refresh();
    return true;
  }

  /** Brings back what an act took away. */
  async bringBack(act: number): Promise<boolean> {
    return this.act("POST", "/api/mod/undo", words.undo.back, { act });
  }

  async signOut(): Promise<void> {
    this.#isLeaving = true;
    await signOut();
    location.assign(address("/login"));
  }

  #refused({ status, problem }: Extract<Answer<unknown>, { ok: false }>): false {
    if (this.#isLeaving) return false;
    if (status === 401) return leave("needAdmin");
    const [first] = problem.errors ?? [];
    this.outcome.value = { text: first?.detail ?? problem.detail, isBad: true };
    return false;
  }
}

function leave(why: "needAdmin" | "notAdmin"): false {
  location.replace(address(`/login#why=${why}`));
  return false;
}
