import { signal } from "@preact/signals";
import type { AdminUser } from "../../src/wire/http.ts";
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

  async setAdmin(user: AdminUser, admin: boolean): Promise<void> {
    const done = admin ? words.admin.wasPromoted : words.admin.wasDemoted;
    const body = { user_id: user.id, admin };
    await this.#desk.act("POST", "/api/admin/user/role", done(user.username), body);
    await this.refresh();
  }
}
