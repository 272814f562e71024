import type { MessageEvent as Message, Mode, ServerEvent, You } from "../src/wire/frames.ts";
import { TEXT_UNITS } from "../src/wire/limits.ts";
import { Answers, type Said } from "./answers.ts";
import { midnightAfter } from "./days.ts";
import { type Handlers, handle } from "./handlers.ts";
import { Link } from "./link.ts";
import type { LinkState, Welcome } from "./link-state.ts";
import type { Options, Today } from "./room-options.ts";
import { type Refused, Sending } from "./sending.ts";
import { socketAddress } from "./socket-address.ts";

const LOOK_EVERY_MS = 1_000;
const NO_PROOF = "The room asks for a proof of work, which did not work out.";
const MIDNIGHT = "It was said before midnight, and the room is empty since.";
const SIGNED_OUT = "The sign-in ended before it was stored.";
const TOO_LONG = "It is longer than any message may be.";
const LEFT = "The connection ended before it was stored.";

/** A room as a program has it: what is said comes in, and what it says goes out once, whatever the connection does. */
export class Room {
  you: You | undefined;
  /** Undefined before the first welcome. */
  today: Today | undefined;
  mode: Mode | undefined;
  online = 0;
  readonly #options: Options;
  readonly #link: Link;
  readonly #sending: Sending;
  readonly #answers = new Answers();
  readonly #timer: ReturnType<typeof setInterval>;
  #token: string | undefined;
  #guest: string | undefined;
  /** How far the room's clock is ahead of this machine's. */
  #ahead = 0;
  /** Whether one came in at all; what is said belongs to a day. */
  readonly #entered: Promise<boolean>;
  #enter: (isIn: boolean) => void = () => undefined;
  #isOver = false;
  #applied = 0;
  /** What comes before a welcome is backlog too. */
  #backlogEnd = Number.POSITIVE_INFINITY;

  /** The kinds that change what the client itself holds. */
  readonly #handlers: Partial<Handlers> = {
    welcome: (event) => this.#welcome(event),
    message: (event) => this.#message(event),
    cleared: ({ day }) => this.#turn(day),
    topic: ({ topic, rules }) => {
      if (this.today) this.today = { ...this.today, topic, rules };
    },
    mode: (event) => {
      this.mode = event;
      this.#sending.slowed();
    },
    you: ({ you }) => this.#become(you),
    online: ({ count }) => {
      this.online = count;
    },
    ack: ({ ref, seq }) => {
      this.#sending.acknowledged(ref, seq);
      this.#answers.give(ref, { isStored: true, seq });
    },
    refused: (event) => {
      this.#sending.refused(event, event.detail);
      this.#answerFailed(event);
    },
    proof: ({ challenge }) => this.#sending.askedForProof(challenge),
    waiting: ({ seconds }) => this.#sending.waits(seconds),
  };

  /** `url` is where the room's page is. Throws a sentence for what no room can be at. */
  constructor(url: string, options: Options = {}) {
    this.#options = options;
    this.#token = options.token;
    this.#guest = options.guest;
    this.#entered = new Promise((resolve) => {
      this.#enter = resolve;
    });
    this.#link = new Link(socketAddress(url), {
      identify: () => this.#identify(),
      take: (events) => this.#take(events),
      signedOut: () => this.#signOut(),
      changed: (state) => this.#changed(state),
      welcomed: ({ time }) => {
        this.#ahead = Date.parse(time) - Date.now();
      },
    });
    this.#sending = new Sending(
      this.#link,
      {
        solve: async (challenge) => (await import("./solve-proof.ts")).solve(challenge),
        outboxChanged: () => this.#answerFailed(),
        waitChanged: () => undefined,
      },
      { noProof: NO_PROOF },
    );
    this.#timer = setInterval(() => this.#sending.tick(Date.now()), LOOK_EVERY_MS);
  }

  get link(): LinkState {
    return this.#link.state;
  }

  /** The present as the room has it. */
  get now(): number {
    return Date.now() + this.#ahead;
  }

  /** Until when, by this machine's clock, nothing is taken that is said. */
  get blockedUntil(): number {
    return this.#sending.blockedUntil;
  }

  /**
   * Resolves once the room has stored it, or never will; it waits for a connection, and for slow mode.
   * `re`: the message that it replies to; where that is gone, it is stored without saying to what.
   */
  async say(text: string, { re }: { re?: number } = {}): Promise<Said> {
    // Over the limit of a frame it would end the connection, whenever it is said again.
    if (text.length > TEXT_UNITS) return { isStored: false, why: TOO_LONG };
    const isIn = await this.#entered;
    const { today } = this;
    if (!isIn || !today || this.#isOver) return { isStored: false, why: LEFT };
    const said = { text, ...(re !== undefined && { re }), day: today.day, at: this.now };
    return this.#answers.of(this.#sending.say(said, this.you));
  }

  /** Another frame than one to say something. False while there is no connection. */
  send(frame: Parameters<Link["send"]>[0]): boolean {
    return this.#link.send(frame);
  }

  /** Tries at once where the connection is lost. */
  reconnect(): void {
    this.#link.reconnect();
  }

  /** For good. What is not stored by now is given up here, and may be stored all the same. */
  leave(): void {
    clearInterval(this.#timer);
    this.#link.leave();
    this.#giveUp();
  }

  #identify(): { token?: string; guest?: string } {
    return {
      ...(this.#token !== undefined && { token: this.#token }),
      ...(this.#guest !== undefined && { guest: this.#guest }),
    };
  }

  #take(events: readonly ServerEvent[]): void {
    for (const event of events) {
      if (this.#options.isSound?.(event) === false) continue;
      handle(this.#handlers, event);
      if ("seq" in event && event.type !== "welcome" && event.type !== "ack") {
        this.#applied = Math.max(this.#applied, event.seq);
      }
      this.#sending.settle(this.#applied);
      if (event.type !== "message") handle(this.#options.on ?? {}, event);
    }
  }

  #welcome(event: Welcome): void {
    const { day, topic, rules, timezone, wipes_at, mode, online, seq, recovered } = event;
    this.today = { day, topic, rules, timezone, wipesAt: Date.parse(wipes_at) };
    this.mode = mode;
    this.online = online;
    this.#become(event.you);
    this.#giveUpBefore(day);
    if (!recovered) {
      this.#sending.startOver(event.epoch);
      this.#applied = this.#backlogEnd = seq;
    }
    this.#sending.sendAgain();
    this.#enter(true);
  }

  #message(message: Message): void {
    const { user, kind, seq } = message;
    const isNamesake = user === this.you?.name && kind === this.you.kind;
    const isMine = this.#sending.recognize(message, this.you) || isNamesake;
    this.#options.message?.(message, { isMine, isBacklog: seq <= this.#backlogEnd });
  }

  #turn(day: string): void {
    const { today } = this;
    if (!today || today.day === day) return;
    this.today = { ...today, day, wipesAt: midnightAfter(today.wipesAt, today.timezone) };
    this.#giveUpBefore(day);
  }

  #giveUp(): void {
    this.#isOver = true;
    this.#enter(false);
    this.#sending.giveUp(LEFT);
  }

  #giveUpBefore(day: string): void {
    this.#sending.giveUpBefore(day, MIDNIGHT);
    this.#answerFailed();
  }

  #become(you: You): void {
    this.you = you;
    if (you.guest !== undefined) this.#guest = you.guest;
  }

  #signOut(): void {
    this.#token = undefined;
    this.#sending.giveUp(SIGNED_OUT);
    this.#options.signedOut?.();
  }

  #changed(state: LinkState): void {
    if (state.is === "ended") this.#giveUp();
    this.#options.linkChanged?.(state);
  }

  /** What has failed is told to who said it, and forgotten. */
  #answerFailed(refused?: Refused): void {
    const failed = this.#sending.pending.flatMap(({ ref, state }) =>
      state.is === "failed" ? [{ ref, why: state.why }] : [],
    );
    for (const { ref, why } of failed) {
      this.#answers.give(ref, { isStored: false, why, ...(refused?.ref === ref && { refused }) });
      this.#sending.takeBack(ref);
    }
  }
}
