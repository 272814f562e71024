import { signal } from "@preact/signals";
import { type Handlers, handle } from "../../client/handlers.ts";
import type { Mode, ServerEvent } from "../../src/wire/frames.ts";
import type { History, HistoryMessage } from "../../src/wire/http.ts";
import { banSentence, muteSentence } from "../shared/ban.ts";
import { roomNow } from "../shared/clock.ts";
import { PageLink } from "../shared/page-link.ts";
import { KEYS, local } from "../shared/storage.ts";
import { words } from "../words/office-words.ts";
import type { AdminSession } from "./session.ts";

/** `text` is null once it is gone and the row only keeps its place. */
export type Row = Pick<HistoryMessage, "id" | "user" | "timestamp"> & { text: string | null };
const PAGE = 100;
/** What keeps the rows where they are: the focus, or a pointer by its number. */
type Hold = "focus" | number;

/** The room's messages, newest first, as they come. */
export class LiveFeed {
  readonly rows = signal<readonly Row[]>([]);
  readonly mayHaveOlder = signal(false);
  readonly online = signal<number | undefined>(undefined);
  /** Of the slow mode, 0 for none. */
  readonly slowSeconds = signal<number | undefined>(undefined);
  readonly shield = signal<Mode["shield"]>({ on: false, until: null, raised_by: null });
  /** New rows that wait while the list is held, so that nothing moves under who aims at a row. */
  readonly waiting = signal(0);
  readonly link: PageLink;
  readonly #desk: AdminSession;
  #all: readonly Row[] = [];
  #most = PAGE;
  readonly #holds = new Set<Hold>();

  /** The kinds that change the list. New messages were added before, all of a frame at once. */
  readonly #handlers: Partial<Handlers> = {
    welcome: ({ online, mode }) => {
      this.online.value = online;
      this.#hold(mode);
    },
    mode: (event) => this.#hold(event),
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
    restored: ({ messages }) => this.#bringBack(messages),
    muted: (mute) => this.#told(muteSentence(mute)),
    banned: (ban) => this.#told(banSentence(ban)),
    topic: () => void this.#desk.refresh(),
  };

  constructor(session: AdminSession) {
    this.#desk = session;
    this.link = new PageLink({
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
    const before = this.#all.at(-1)?.id ?? 0;
    const path = `/api/messages?before=${before}&limit=${PAGE}`;
    const page = await this.#desk.ask<History>(path);
    if (!page) return;
    this.#most += PAGE;
    this.#add(page.messages);
    const shown = this.rows.peek();
    const oldest = shown.at(-1)?.id ?? Number.POSITIVE_INFINITY;
    // Below what is shown, which does not move; what has come meanwhile waits on.
    this.rows.value = [...shown, ...this.#all.filter(({ id }) => id < oldest)];
  }

  async erase(id: number): Promise<void> {
    const path = `/api/mod/messages/${id}`;
    if (await this.#desk.act("DELETE", path, words.admin.deleted)) this.#remove([id]);
  }

  /** All that the sender of this message said today. */
  async eraseSender({ id }: Row): Promise<void> {
    await this.#desk.act("DELETE", `/api/mod/messages/${id}/sender`, words.acts.erasedAll);
  }

  async mute({ id, user }: Row, minutes: number, reason: string): Promise<void> {
    const body = { kind: "mute", message: id, minutes, ...said(reason) };
    await this.#desk.act("POST", "/api/mod/sanctions", words.acts.wasMuted(user), body);
  }

  async ban({ id, user }: Row, reason: string): Promise<void> {
    const body = { kind: "ban", message: id, ...said(reason) };
    await this.#desk.act("POST", "/api/mod/sanctions", words.admin.wasBanned(user), body);
  }

  /** To midnight. */
  minutesLeft(): number {
    const midnight = Date.parse(this.#desk.today.peek()?.wipes_at ?? "");
    return Math.max(1, Math.ceil((midnight - roomNow.peek()) / 60_000));
  }

  #told(text: string): void {
    this.#desk.outcome.value = { text, is: "bad" };
  }

  #hold({ slow_seconds, shield }: Mode): void {
    this.slowSeconds.value = slow_seconds;
    this.shield.value = shield;
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

  /** A row that kept its place has its text again at once: nothing moves. */
  #bringBack(rows: readonly Row[]): void {
    this.#add(rows);
    const back = new Map(rows.map((row) => [row.id, row]));
    this.rows.value = this.rows.peek().map((row) => back.get(row.id) ?? row);
  }

  #show(): void {
    const [newest] = this.rows.peek();
    // In an empty list nobody aims at anything.
    if (newest && this.#holds.size > 0) {
      this.waiting.value = this.#all.filter(({ id }) => id > newest.id).length;
    } else {
      this.waiting.value = 0;
      this.rows.value = this.#all;
    }
  }
}

function said(reason: string): { reason?: string } {
  return reason === "" ? {} : { reason };
}
