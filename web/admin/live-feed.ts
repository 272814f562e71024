import { signal } from "@preact/signals";
import type { ServerEvent } from "../../src/wire/frames.ts";
import type { AdminMessage } from "../../src/wire/http.ts";
import { type Handlers, handle } from "../shared/handlers.ts";
import { Link } from "../shared/link.ts";
import { KEYS, local } from "../shared/storage.ts";
import { words } from "../words/words.ts";
import type { AdminSession } from "./session.ts";

/** `text` is null once it is gone and the row only keeps its place. */
export type Row = Pick<AdminMessage, "id" | "user" | "timestamp"> & { text: string | null };
const PAGE = 100;
/** What keeps the rows where they are: the focus, or a pointer by its number. */
type Hold = "focus" | number;

/** The room's messages, newest first, as they come. */
export class LiveFeed {
  readonly rows = signal<readonly Row[]>([]);
  readonly mayHaveOlder = signal(false);
  readonly online = signal<number | undefined>(undefined);
  /** New rows that wait while the list is held, so that nothing moves under who aims at a row. */
  readonly waiting = signal(0);
  readonly link: Link;
  readonly #desk: AdminSession;
  #all: readonly Row[] = [];
  #most = PAGE;
  readonly #holds = new Set<Hold>();

  /** The kinds that change the list. New messages were added before, all of a frame at once. */
  readonly #handlers: Partial<Handlers> = {
    welcome: ({ online }) => {
      this.online.value = online;
    },
    online: ({ count }) => {
      this.online.value = count;
    },
    deleted: ({ id }) => this.#remove([id]),
    removed: ({ ids }) => this.#remove(ids),
    cleared: ({ seq }) => {
      this.#all = this.#all.filter(({ id }) => id > seq);
      this.rows.value = this.#all;
      void this.#desk.refresh();
    },
    restored: ({ messages }) => this.#add(messages),
    topic: () => void this.#desk.refresh(),
  };

  constructor(session: AdminSession) {
    this.#desk = session;
    this.link = new Link({
      identify: () => {
        const token = local.recall(KEYS.token);
        return token === undefined ? {} : { token };
      },
      take: (events) => this.#take(events),
      signedOut: () => void session.refresh(),
    });
  }

  /** Each hold is let go of by itself; the rows keep still until the last is. */
  hold(by: Hold): void {
    this.#holds.add(by);
  }

  release(by: Hold): void {
    if (this.#holds.delete(by)) this.#show();
  }

  releaseAll(): void {
    this.#holds.clear();
    this.#show();
  }

  async older(): Promise<void> {
    const path = `/api/admin/messages?skip=${this.#all.length}&limit=${PAGE}`;
    const page = await this.#desk.ask<AdminMessage[]>(path);
    if (!page) return;
    this.#most += PAGE;
    this.#add(page);
    const shown = this.rows.peek();
    const oldest = shown.at(-1)?.id ?? Number.POSITIVE_INFINITY;
    // Below what is shown, which does not move; what has come meanwhile waits on.
    this.rows.value = [...shown, ...this.#all.filter(({ id }) => id < oldest)];
  }

  async erase(id: number): Promise<void> {
    const path = `/api/admin/message/${id}`;
    if (await this.#desk.act("DELETE", path, words.admin.deleted)) this.#remove([id]);
  }

  #take(events: readonly ServerEvent[]): void {
    if (events.some((event) => event.type === "welcome" && !event.recovered)) this.#all = [];
    this.#add(events.flatMap((event) => (event.type === "message" ? [event] : [])));
    for (const event of events) handle(this.#handlers, event);
    this.#show();
  }

  #add(rows: readonly Row[]): void {
    const known = new Set(this.#all.map(({ id }) => id));
    const fresh = rows.filter(({ id }) => !known.has(id));
    this.#all = [...this.#all, ...fresh].sort((a, b) => b.id - a.id).slice(0, this.#most);
    this.mayHaveOlder.value = this.#all.length === this.#most;
  }

  #remove(ids: readonly number[]): void {
    const gone = new Set(ids);
    const isOther = (row: Row) => !gone.has(row.id);
    this.#all = this.#all.filter(isOther);
    const shown = this.rows.peek();
    this.rows.value =
      this.#holds.size > 0
        ? shown.map((row) => (isOther(row) ? row : { ...row, text: null }))
        : shown.filter(isOther);
  }

  #show(): void {
    const newest = this.rows.peek()[0]?.id ?? 0;
    if (this.#holds.size > 0) {
      this.waiting.value = this.#all.filter(({ id }) => id > newest).length;
    } else {
      this.waiting.value = 0;
      this.rows.value = this.#all;
    }
  }
}
