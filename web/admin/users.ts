import { signal } from "@preact/signals";
import type { ResetLink } from "../../src/wire/accounts.ts";
import type { AdminUser } from "../../src/wire/http.ts";
import type { UserSort } from "../../src/wire/limits.ts";
import { address } from "../shared/address.ts";
import { call } from "../shared/api.ts";
import { words } from "../words/office-words.ts";
import type { AdminSession } from "./session.ts";

const PAGE = 50;

/** Who types goes on typing: the search follows once they pause. */
const PAUSE_MS = 200;

/** The accounts, a page at a time: all, or those that are looked for. */
export class Users {
  readonly page = signal<readonly AdminUser[] | undefined>(undefined);
  readonly skip = signal(0);
  readonly hasMore = signal(false);
  readonly search = signal("");
  readonly sort = signal<UserSort>("oldest");
  readonly #desk: AdminSession;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** The last list that was asked for: what comes later of an earlier one is no longer wanted. */
  #asked = 0;

  constructor(session: AdminSession) {
    this.#desk = session;
  }

  get hasLess(): boolean {
    return this.skip.value > 0;
  }

  async turn(pages: number): Promise<void> {
    await this.#open(Math.max(0, this.skip.peek() + pages * PAGE));
  }

  /** From its first page on. */
  lookFor(search: string): void {
    this.search.value = search;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.#open(0), PAUSE_MS);
  }

  sortBy(sort: UserSort): void {
    this.sort.value = sort;
    void this.#open(0);
  }

  async #open(skip: number): Promise<void> {
    const asked = ++this.#asked;
    const query = new URLSearchParams({
      skip: String(skip),
      // One more than is shown tells whether there is a next page.
      limit: String(PAGE + 1),
      search: this.search.peek().trim(),
      sort: this.sort.peek(),
    });
    const found = await this.#desk.ask<AdminUser[]>(`/api/admin/users?${query}`);
    if (!found || asked !== this.#asked) return;
    this.skip.value = skip;
    this.hasMore.value = found.length > PAGE;
    this.page.value = found.slice(0, PAGE);
  }

  /** The page that is shown, if any, as it is now. */
  async refresh(): Promise<void> {
    if (this.page.peek()) await this.turn(0);
  }

  async ban(user: AdminUser, ban: boolean): Promise<void> {
    const done = ban ? words.admin.wasBanned : words.admin.wasUnbanned;
    const body = { user_id: user.id, ban };
    await this.#desk.act("POST", "/api/admin/user/ban", done(user.username), body);
    await this.refresh();
  }

  /** The link as this page's own address has it: a proxy may have given the room a path. */
  async resetLink({ id }: AdminUser): Promise<{ link?: string; problem?: string }> {
    const made = await call<ResetLink>("POST", "/api/admin/user/reset", { user_id: id });
    if (!made.ok) return { problem: made.problem.detail };
    return { link: address("/login") + new URL(made.value.link).hash };
  }

  async delete({ id, username }: AdminUser): Promise<void> {
    await this.#desk.act("DELETE", `/api/admin/user/${id}`, words.owner.deleted(username));
    await this.refresh();
  }

  async setRole(user: AdminUser, role: Role): Promise<void> {
    const body = { user_id: user.id, ...changed(user, role) };
    const done = words.role.changed(user.username, words.role.names[role]);
    await this.#desk.act("POST", "/api/admin/user/role", done, body);
    await this.refresh();
  }
}

export type Role = "member" | "moderator" | "admin";

export function roleOf({ is_admin, is_moderator }: AdminUser): Role {
  return is_admin ? "admin" : is_moderator ? "moderator" : "member";
}

/** What is taken from an account ends its sign-ins, so nothing is said of what stays. */
function changed(user: AdminUser, role: Role): { admin?: boolean; moderator?: boolean } {
  const admin = role === "admin";
  const moderator = role === "moderator";
  return {
    ...(admin !== user.is_admin && { admin }),
    // An admin may do what a moderator may.
    ...(!admin && moderator !== user.is_moderator && { moderator }),
  };
}
