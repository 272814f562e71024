/** One member of staff, who reads as everybody does, and presses one button after another as a person would. */
import { z } from "zod";
import type { ServerEvent } from "../src/wire/frames.ts";
import { HiddenMessages } from "../src/wire/reports.ts";
import { Connection } from "./connection.ts";
import { isHostile } from "./texts.ts";

export const STAFF = { email: "staff@example.com", password: "a password of this raid" };

/** A press no sooner than this after the one before, or after what is seen first. */
const PRESS_MS = 2_000;
const SCREEN_LINES = 20;
/** So many hostile lines on a screen are no single quarrel. */
const RAID_LINES = 3;
const ADDRESS = "10.99.99.9";
const Token = z.object({ access_token: z.string() });

interface Line {
  id: number;
  text: string;
}

export class Moderator {
  /** When each button was pressed, by `performance.now()`. */
  readonly presses: number[] = [];
  /** Messages whose first report came, and counted, after staff had decided on one. */
  readonly reportedSince = new Set<number>();
  readonly #base: string;
  #token = "";
  #connection: Connection | null = null;
  #lines: Line[] = [];
  #isShielded = false;
  /** Hidden by reports, and to be decided on. */
  #reported: number[] = [];
  readonly #decided = new Set<number>();
  /** Of which any report was told. */
  readonly #seen = new Set<number>();
  #isOver = false;

  constructor(port: number) {
    this.#base = `http://127.0.0.1:${port}`;
  }

  async enter(): Promise<void> {
    const response = await this.#call("POST", "/api/auth/login", STAFF);
    this.#token = Token.parse(await response.json()).access_token;
    const welcomed = Promise.withResolvers<void>();
    this.#connection = new Connection(`${this.#base.replace("http", "ws")}/ws`, ADDRESS, {
      needs: () => true,
      take: (event) => {
        if (event.type === "welcome") welcomed.resolve();
        this.#take(event);
      },
      closed: (code) => welcomed.reject(new Error(`Staff were closed with ${code}.`)),
    });
    await this.#connection.opened;
    this.#connection.send({ type: "hello", token: this.#token });
    await welcomed.promise;
  }

  /** From a time on, by `performance.now()`, until `leave`. */
  async play(from: number): Promise<void> {
    await Bun.sleep(Math.max(0, from - performance.now()));
    while (!this.#isOver) {
      await Bun.sleep(PRESS_MS);
      await this.#act();
    }
  }

  leave(): void {
    this.#isOver = true;
    this.#connection?.close();
  }

  get #hostile(): Line[] {
    return this.#lines.slice(-SCREEN_LINES).filter(({ text }) => isHostile(text));
  }

  async #act(): Promise<void> {
    const [reported] = this.#reported;
    const { length } = this.#hostile;
    if (reported !== undefined) {
      await this.#press();
      this.#decided.add(reported);
      await this.#press("POST", `/api/mod/reports/${reported}`, { keep: true });
      this.#reported.shift();
    } else if (length >= RAID_LINES && !this.#isShielded) {
      await this.#press("PUT", "/api/mod/mode", { shield_minutes: 10 });
    } else if (!(await this.#settleHidden())) {
      const line = this.#hostile.at(-1);
      if (line) await this.#ban(line);
    }
  }

  /** What the shield hid: one press to read it, one to remove it. Whether there was any. */
  async #settleHidden(): Promise<boolean> {
    const response = await this.#call("GET", "/api/mod/hidden");
    const [hidden] = z.array(HiddenMessages).parse(await response.json());
    if (!hidden) return false;
    await this.#press();
    const isRaid = hidden.messages.filter(({ text }) => isHostile(text)).length * 2 > hidden.count;
    await this.#press("POST", `/api/mod/hidden/${hidden.act}`, { keep: !isRaid });
    return true;
  }

  /** One press on the message, one on what is done about it. */
  async #ban({ id }: Line): Promise<void> {
    await this.#press();
    await this.#press("POST", "/api/mod/sanctions", { kind: "ban", message: id });
  }

  /** Without a call, what only opens something. */
  async #press(method?: string, path = "", body?: object): Promise<void> {
    const last = this.presses.at(-1) ?? 0;
    await Bun.sleep(Math.max(0, last + PRESS_MS - performance.now()));
    if (this.#isOver) return;
    this.presses.push(performance.now());
    if (method !== undefined) await this.#call(method, path, body);
  }

  /** What staff are refused, such as a message that is gone already, they let be. */
  async #call(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.#base}${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.#token}`, "Content-Type": "application/json" },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  #take(event: ServerEvent): void {
    if (event.type === "message") this.#lines.push({ id: event.id, text: event.text });
    if (event.type === "mode") this.#isShielded = event.shield.on;
    if (event.type === "deleted") this.#forget([event.id]);
    if (event.type === "removed") this.#forget(event.ids);
    if (event.type !== "reports") return;
    const { id, count, hidden } = event;
    const isFirst = !this.#seen.has(id);
    this.#seen.add(id);
    if (isFirst && count > 0 && this.#decided.size > 0) this.reportedSince.add(id);
    // Each report of a hidden message is told; it is decided on once.
    if (hidden && !this.#reported.includes(id) && !this.#decided.has(id)) this.#reported.push(id);
  }

  #forget(ids: readonly number[]): void {
    this.#lines = this.#lines.filter(({ id }) => !ids.includes(id)).slice(-2 * SCREEN_LINES);
  }
}
