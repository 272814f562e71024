import { signal } from "@preact/signals";
import type { MessageEvent as Said, ServerEvent } from "../../../src/wire/frames.ts";
import type { History, Today } from "../../../src/wire/http.ts";
import { SNAPSHOT_MESSAGES } from "../../../src/wire/limits.ts";
import { call } from "../../shared/api.ts";
import { learnRoomTime } from "../../shared/clock.ts";
import type { PageLink } from "../../shared/page-link.ts";
import type { Begun, Day } from "./day.ts";

/** After so many tries of which none ever opened, it is not a moment's trouble. */
const TRIES = 3;
const FIRST_MS = 10_000;
const LONGEST_MS = 60_000;

/**
 * Reads the room by HTTP for a page that no socket has welcomed yet: a network or a proxy may let
 * no WebSockets through. Ends with the first welcome.
 */
export class Polling {
  /** Whether the room answers, and yet no socket to it ever opened. */
  readonly isBlocked = signal(false);
  readonly #link: PageLink;
  readonly #day: Day;
  readonly #take: (events: ServerEvent[]) => void;
  hasRead = false;
  #known: ReadonlySet<number> = new Set();
  #failures = 0;
  #rounds = 0;
  #isAnswered = false;
  #isOver = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `take` is given what is new since it was last called. It is drawn with its day: a day alone is an empty room. */
  constructor(
    link: PageLink,
    day: Day,
    take: (events: ServerEvent[]) => void,
    drawing: { run(): void },
  ) {
    this.#link = link;
    this.#day = day;
    this.#take = (events) => {
      take(events);
      drawing.run();
    };
    link.state.subscribe(({ is }) => {
      if (is === "open" || is === "ended") this.#end();
      if (is !== "waiting") return;
      if (++this.#failures === 1) void this.#ask();
      this.#judge();
    });
  }

  /** What came with the page: replaced by the first welcome, or by what is read here. */
  foreshow(today: Begun, messages: Said[]): void {
    this.#day.begin(today);
    this.#known = new Set(messages.map(({ id }) => id));
    this.#take(messages);
  }

  #judge(): void {
    const isTried = this.#failures >= TRIES && !this.#link.hasOpened;
    this.isBlocked.value = !this.#isOver && isTried && this.#isAnswered;
  }

  #end(): void {
    this.#isOver = true;
    this.isBlocked.value = false;
    clearTimeout(this.#timer);
  }

  async #ask(): Promise<void> {
    if (this.#isOver) return;
    if (!document.hidden) this.#isAnswered = await this.#readOnce();
    if (this.#isOver) return;
    this.#judge();
    const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#rounds++);
    // Not everybody behind one proxy at once.
    this.#timer = setTimeout(() => void this.#ask(), wait * (0.75 + Math.random() / 2));
  }

  async #readOnce(): Promise<boolean> {
    const [today, history] = await Promise.all([
      call<Today>("GET", "/api/today"),
      call<History>("GET", `/api/messages?limit=${SNAPSHOT_MESSAGES}`),
    ]);
    if (!today.ok || !history.ok) return false;
    if (this.#isOver) return true;
    this.hasRead = true;
    learnRoomTime(today.value.time);
    this.#day.begin({ ...today.value, day: today.value.date });
    this.#take(this.#newsIn(history.value));
    return true;
  }

  /** As the socket would have told it. */
  #newsIn({ messages }: History): ServerEvent[] {
    const last = messages.at(-1)?.id ?? 0;
    const known = this.#known;
    this.#known = new Set(messages.map(({ id }) => id));
    const ids = [...known].filter((id) => !this.#known.has(id));
    const fresh = messages.filter(({ id }) => !known.has(id));
    return [
      ...(ids.length > 0
        ? [{ type: "removed" as const, seq: last, ids, by: "author" as const }]
        : []),
      ...fresh.map((message) => ({
        type: "message" as const,
        seq: message.id,
        ...message,
      })),
    ];
  }
}
