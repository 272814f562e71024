import { signal } from "@preact/signals";
import type { AuditAct } from "../../src/wire/http.ts";
import type { AdminSession } from "./session.ts";

const PATH = "/api/mod/audit";
const PAGE = 50;

/** What staff did, newest first, as it comes; older acts when asked for. */
export class AuditLog {
  readonly acts = signal<readonly AuditAct[] | undefined>(undefined);
  readonly mayHaveOlder = signal(false);
  readonly #desk: AdminSession;

  constructor(session: AdminSession) {
    this.#desk = session;
  }

  async refresh(): Promise<void> {
    const newest = await this.#desk.ask<AuditAct[]>(`${PATH}?limit=${PAGE}`);
    if (!newest) return;
    const known = this.acts.peek() ?? [];
    const oldest = newest.at(-1)?.id ?? 0;
    const goesOn = known.some(({ id }) => id >= oldest);
    // More happened than a page holds: what is between is not known.
    if (!goesOn) this.mayHaveOlder.value = newest.length === PAGE;
    const older = goesOn ? known.filter(({ id }) => id < oldest) : [];
    this.acts.value = [...newest, ...older];
  }

  async older(): Promise<void> {
    const known = this.acts.peek() ?? [];
    const before = known.at(-1)?.id ?? 0;
    const page = await this.#desk.ask<AuditAct[]>(`${PATH}?before=${before}&limit=${PAGE}`);
    if (!page) return;
    this.mayHaveOlder.value = page.length === PAGE;
    const first = this.acts.peek() ?? [];
    this.acts.value = [...first, ...page.filter(({ id }) => id < (first.at(-1)?.id ?? 0))];
  }
}
