/** A room that a test plays by the wire: what takes a real one hours to come to is there at once, and nobody else hears of it. */
import type { Page, WebSocketRoute } from "playwright-core";
import { ClientFrame, type MessageEvent, type ServerEvent } from "../../src/wire/frames.ts";
import { ReceiptBody, Today } from "../../src/wire/http.ts";
import type { HiddenMessages, ReportedMessage } from "../../src/wire/reports.ts";
import type { TestRoom } from "../harness/room.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const EPOCH = "played";

export class PlayedRoom {
  /** Whether pages that open now meet it, and not the real room. */
  isOn = false;
  readonly #guest: string;
  readonly #member: string;
  #socket: WebSocketRoute | undefined;
  #today: Today | undefined;
  #last = 0;

  private constructor(guest: string, member: string) {
    this.#guest = guest;
    this.#member = member;
  }

  static async on(page: Page, names: { guest: string; member: string }): Promise<PlayedRoom> {
    const played = new PlayedRoom(names.guest, names.member);
    await page.routeWebSocket(
      () => played.isOn,
      (socket) => {
        played.#socket = socket;
        socket.onMessage((frame) => played.#hear(`${frame}`));
      },
    );
    await page.route("**/api/receipts", (route) =>
      route.fulfill({ json: { receipts: played.#today ? [played.#receipt()] : [] } }),
    );
    await page.route("**/api/mod/reports", (route) => route.fulfill({ json: played.#reports() }));
    await page.route("**/api/mod/hidden", (route) => route.fulfill({ json: played.#hidden() }));
    return played;
  }

  /** Its day is that of the real room. */
  async begin(room: TestRoom): Promise<void> {
    this.isOn = true;
    this.#today = Today.parse(await (await room.call("GET", "/api/today")).json());
  }

  /** The real room is met again; what was told of the last night stays. */
  end(): void {
    this.isOn = false;
  }

  tell(...events: ServerEvent[]): void {
    this.#socket?.send(JSON.stringify(events));
  }

  slow(seconds: number): void {
    const shield = { on: false as const, until: null, raised_by: null };
    this.tell({ type: "mode", seq: ++this.#last, slow_seconds: seconds, shield });
  }

  midnight(): void {
    this.tell({ type: "cleared", seq: ++this.#last, day: this.#dayIn(DAY_MS) });
  }

  async ban(reason: string): Promise<void> {
    this.tell({ type: "banned", until: in_(600 * MINUTE_MS), reason });
    await this.#socket?.close({ code: 4001 });
  }

  #hear(frame: string): void {
    const said = ClientFrame.parse(JSON.parse(frame));
    if (said.type === "hello") this.#welcome();
    if (said.type === "say") this.tell({ type: "waiting", ref: said.ref, seconds: 40 });
  }

  #welcome(): void {
    const { date: day, topic, rules, timezone, wipes_at } = this.#known;
    const messages = this.#messages();
    this.#last = messages.length;
    const [since, until] = [in_(-MINUTE_MS), in_(15 * MINUTE_MS)];
    const shield = { on: true as const, since, until, raised_by: "room" as const };
    this.tell(
      {
        ...{ type: "welcome", day, topic, rules, timezone, wipes_at, time: in_(0), epoch: EPOCH },
        ...{ seq: this.#last, recovered: false, online: 123_456 },
        you: { name: this.#guest, kind: "guest", guest: "a pass", until: in_(9 * MINUTE_MS) },
        mode: { slow_seconds: 0, shield },
      },
      // As a room does: before what it is of.
      { type: "first", ids: [2, 4] },
      ...messages,
    );
  }

  /** With every mark that a message may have, and the widest names. */
  #messages(): MessageEvent[] {
    const said = [
      { user: this.#member, kind: "moderator", text: "w".repeat(150) },
      {
        user: "Cross Otter 12",
        kind: "guest",
        text: "Whoever jams it, pays for it.",
        felt: 1_234,
      },
      { user: this.#member, kind: "moderator", text: "So be it.", re: 2 },
      { user: "Furious Wombat 7", kind: "guest", text: `${this.#guest}, so be it.`, re: 1 },
      { user: IGNORED, kind: "guest", text: "Out of sight." },
    ] as const;
    return said.map((one, at) => ({
      ...{ type: "message" as const, seq: at + 1, id: at + 1, ...one },
      // Apart enough for the quiet view to show them all.
      timestamp: in_((at - said.length) * 10_000),
    }));
  }

  /** For staff of any room. */
  #reports(): ReportedMessage[] {
    const said = { user: this.#guest, text: "w".repeat(150), timestamp: in_(-MINUTE_MS) };
    const one = { ...said, id: 1, kind: "guest" as const, reported_at: in_(0) };
    return [{ ...one, count: 123_456, hidden: true }];
  }

  #hidden(): HiddenMessages[] {
    const messages = this.#reports().map(({ id, user, kind, text, timestamp }) => ({
      ...{ id, user, kind, text, timestamp },
    }));
    return [{ act: 1, count: 123_456, messages }];
  }

  get ignored(): string {
    return JSON.stringify({ day: this.#known.date, names: [`guest ${IGNORED}`] });
  }

  get #known(): Today {
    if (!this.#today) throw new Error("It has not begun.");
    return this.#today;
  }

  #dayIn(ms: number): string {
    return new Date(Date.parse(this.#known.date) + ms).toISOString().slice(0, 10);
  }

  #receipt(): ReceiptBody {
    return ReceiptBody.parse({
      ...{ day: this.#known.date, timezone: this.#known.timezone, turned_at: in_(0) },
      ...{ checked_at: in_(0), took_ms: 123_456, messages: 123_456, people: 123_456 },
      ...{ methods: ["key"], checks: [{ what: "rows", found: 0, ok: true }], not_covered: [] },
      ...{ moods: { angrier: 123_456, same: 123_456, calmer: 123_456 }, clean: true },
    });
  }
}

const IGNORED = "Sour Heron 3";
const in_ = (ms: number) => new Date(Date.now() + ms).toISOString();
