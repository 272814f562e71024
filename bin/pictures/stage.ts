/** A room in which something has been said, and a page of it to take a picture of. */
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { dayAt, nextMidnight } from "../../src/room/day.ts";
import { virtualClock } from "../../test/harness/clock.ts";
import { STEP_MS } from "../../test/harness/limits.ts";
import { openRoom, type TestRoom } from "../../test/harness/room.ts";
import { type Client, connect } from "../../test/harness/sockets.ts";
import { EARLIER, TOPIC } from "./talk.ts";

export const SIZES = { 360: 740, 1280: 800 } as const;
export type Width = keyof typeof SIZES;

const TIMEZONE = "Europe/Berlin";
const AFTERNOON = "2026-11-20T15:31:08Z";
const LURKERS = 23;

export interface Scene {
  name: string;
  /** What is to be seen, in a sentence. */
  caption: string;
  env?: Record<string, string>;
  browser?: BrowserContextOptions;
  /** Whether somebody has said something; they have, unless it says otherwise. */
  quiet?: true;
  play(stage: Stage): Promise<void>;
}

/** For a room whose readers read Arabic. */
export const IN_ARABIC = {
  env: {
    DAILY_TOPIC: "طابعات تعرف أنك متأخر",
    DAILY_RULES: "اغضب من الأشياء لا من الناس. لا أسماء ولا روابط.",
  },
  browser: { locale: "ar-EG" },
  quiet: true,
} as const;

export class Stage implements AsyncDisposable {
  readonly clock = virtualClock(AFTERNOON);
  readonly room: TestRoom;
  readonly page: Page;
  readonly width: Width;
  readonly #people = new Map<string, Client>();

  private constructor(room: TestRoom, clock: Stage["clock"], page: Page, width: Width) {
    this.room = room;
    this.clock = clock;
    this.page = page;
    this.width = width;
  }

  static async open(browser: Browser, scene: Scene, width: Width): Promise<Stage> {
    const clock = virtualClock(AFTERNOON);
    const env = { TIMEZONE, ...TOPIC, ...scene.env };
    const room = await openRoom({ clock, env });
    const isPhone = width === 360;
    const context = await browser.newContext({
      viewport: { width, height: SIZES[width] },
      deviceScaleFactor: isPhone ? 2 : 1,
      colorScheme: "dark",
      locale: "en-GB",
      timezoneId: TIMEZONE,
      reducedMotion: "reduce",
      hasTouch: isPhone,
      isMobile: isPhone,
      ...scene.browser,
    });
    context.setDefaultTimeout(STEP_MS);
    const stage = new Stage(room, clock, await context.newPage(), width);
    for (let n = 0; n < LURKERS; n++) await stage.person(`lurker ${n}`);
    if (!scene.quiet) await stage.talk(EARLIER);
    return stage;
  }

  get isPhone(): boolean {
    return this.width === 360;
  }

  /** Somebody else in the room: a guest, or whoever the token is of. */
  async person(who: string, token?: string): Promise<Client> {
    const known = this.#people.get(who);
    if (known) return known;
    const client = await connect(this.room.wsUrl);
    client.send(token === undefined ? { type: "hello" } : { type: "hello", token });
    await client.next("welcome");
    this.#people.set(who, client);
    return client;
  }

  async talk(lines: readonly (readonly [who: string, text: string, seconds: number])[]) {
    for (const [who, text, seconds] of lines) {
      await this.says(who, text);
      await this.clock.advance(seconds * 1_000);
    }
  }

  /** Resolves with the place of the message once it is stored. */
  async says(who: string, text: string): Promise<number> {
    const person =
      who === "admin"
        ? // A sign-in lasts a day.
          await this.person(`admin, ${dayAt(this.clock.now(), TIMEZONE)}`, await this.room.admin())
        : await this.person(who);
    const ref = crypto.randomUUID();
    person.send({ type: "say", ref, text });
    return (await person.next("ack", (ack) => ack.ref === ref)).seq;
  }

  /** So many others feel it. */
  async feels(id: number, people: number): Promise<void> {
    for (let n = 0; n < people; n++) {
      const person = await this.person(`lurker ${n}`);
      person.send({ type: "felt", id });
      // A tap has no answer of its own; the answer to what is sent after it says that it came.
      person.send({ type: "roll" });
      await person.next("you");
    }
    const witness = await this.person("lurker 0");
    await this.clock.advance(1_000);
    await witness.next("felt", ({ counts }) => counts.some(([seq]) => seq === id));
  }

  /** Opens a page on the room's own clock, at the room once somebody may speak there. */
  async open(path = "/", token?: string): Promise<void> {
    await this.keepTime();
    if (token !== undefined) {
      await this.page.goto(`${this.room.url}/robots.txt`);
      await this.page.evaluate((kept) => localStorage.setItem("access_token", kept), token);
    }
    await this.page.goto(this.room.url + path, { waitUntil: "networkidle" });
    if (path === "/") await this.page.locator(".send:enabled").waitFor();
  }

  async openAsAdmin(path = "/admin"): Promise<void> {
    await this.open(path, await this.room.admin());
  }

  /** The page's clock shows what the room's does. */
  async keepTime(): Promise<void> {
    await this.page.clock.setFixedTime(this.clock.now());
  }

  /** To the second that many before midnight; after it where it is negative. */
  async toMidnight(secondsLeft: number): Promise<void> {
    const midnight = nextMidnight(this.clock.now(), TIMEZONE);
    await this.clock.advanceTo(midnight - secondsLeft * 1_000);
    await this.keepTime();
  }

  async writes(text: string): Promise<void> {
    await this.page.fill("#message", text);
  }

  async sends(text: string): Promise<void> {
    await this.writes(text);
    await this.page.locator(".send:enabled").click();
    await this.page.locator(".mine .msg", { hasText: text }).waitFor();
  }

  press(name: string): Promise<void> {
    return this.page.getByRole("button", { name, exact: true }).click();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.page.context().close();
    await this.room.stop();
  }
}
