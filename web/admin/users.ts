import { signal } from "@preact/signals";
import type { ResetLink } from "../../src/wire/accounts.ts";
import type { AdminUser } from "../../src/wire/http.ts";
import { address } from "../shared/address.ts";
import { call } from "../shared/api.ts";
import { words } from "../words/words.ts";
import type { AdminSession } from "./session.ts";

const PAGE = 50;

/** The accounts, a page at a time. */
export class Users {
  readonly page = signal<readonly AdminUser[] | undefined>(undefined);
  readonly skip = signal(0);
  readonly hasMore = signal(false);
  readonly #desk: AdminSession;

  constructor(session: AdminSession) {
    this.#desk = session;
  }

  get hasLess(): boolean {
    return this.skip.value > 0;
  }

  async turn(pages: number): Promise<void> {
    const skip = Math.max(0, this.skip.peek() + pages * PAGE);
    // One more than is shown tells whether there is a next page.
    const found = await this.#desk.ask<AdminUser[]>(
      `/api/admin/users?skip=${skip}&limit=${PAGE + 1}`,
    );
    if (!found) return;
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
