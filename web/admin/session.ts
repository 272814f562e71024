import { signal } from "@preact/signals";
import type { Done, Me, Stats, Today } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { type Answer, call, type Method } from "../shared/api.ts";
import { fieldErrors } from "../shared/field-errors.ts";
import { signOut } from "../shared/sign-out.ts";
import { KEYS, local } from "../shared/storage.ts";
import { UndoOffer } from "../shared/undo.tsx";
import { words } from "../words/office-words.ts";

const REFRESH_EVERY_MS = 5_000;
/** What takes longer is said to be under way. */
const PATIENCE_MS = 1_000;

/** What every part of the page works with: the right to be here, the day, what went wrong. */
export class AdminSession {
  /** Undefined for moderators. */
  readonly stats = signal<Stats | undefined>(undefined);
  readonly today = signal<Today | undefined>(undefined);
  /** The last thing that was done, or was not, and why; or that it is being done. */
  readonly outcome = signal<{ text: string; is: "good" | "bad" | "busy" } | undefined>(undefined);
  /** How many acts were done here. */
  readonly acts = signal(0);

  /** What the last act took away may come back for a while. */
  readonly undo = new UndoOffer();

  isAdmin = false;
  #isLeaving = false;

  /** Lets staff in; sends anybody else to the login page, saying why. */
  async enter(): Promise<boolean> {
    if (local.recall(KEYS.token) === undefined) return leave("needAdmin");
    const me = await call<Me>("GET", "/api/auth/me");
    if (!me.ok) return this.#refused(me);
    if (!me.value.is_admin && !me.value.is_moderator) return leave("notAdmin");
    this.isAdmin = me.value.is_admin;
    await this.refresh();
    setInterval(() => {
      if (!document.hidden) void this.refresh();
    }, REFRESH_EVERY_MS);
    return true;
  }

  async refresh(): Promise<void> {
    const [today, stats] = await Promise.all([
      this.ask<Today>("/api/today"),
      this.isAdmin ? this.ask<Stats>("/api/admin/stats") : undefined,
    ]);
    this.today.value = today ?? this.today.peek();
    this.stats.value = stats ?? this.stats.peek();
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
    method: Exclude<Method, "GET">,
    path: string,
    done: string,
    body?: unknown,
  ): Promise<boolean> {
    const patience = setTimeout(() => {
      this.outcome.value = { text: words.admin.working, is: "busy" };
    }, PATIENCE_MS);
    const answer = await call<Pick<Done, "undo">>(method, path, body);
    clearTimeout(patience);
    if (!answer.ok) return this.#refused(answer);
    this.outcome.value = { text: done, is: "good" };
    this.undo.begin(answer.value.undo);
    this.acts.value++;
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
    const [first] = fieldErrors(problem);
    this.outcome.value = { text: first?.detail ?? problem.detail, is: "bad" };
    return false;
  }
}

function leave(why: "needAdmin" | "notAdmin"): false {
  location.replace(address(`/login#why=${why}`));
  return false;
}
