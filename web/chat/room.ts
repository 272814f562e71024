import { batch, signal } from "@preact/signals";
import { SNAPSHOT_MESSAGES } from "../../src/limits.ts";
import type { MessageEvent as Message, ServerEvent, You } from "../../src/protocol.ts";
import { now } from "../shared/clock.ts";
import { Link } from "../shared/link.ts";
import { DISSOLVE_MS, isStill } from "../shared/motion.ts";
import { signOut } from "../shared/sign-out.ts";
import { KEYS, local } from "../shared/storage.ts";
import { refusal } from "../words/refusal.ts";
import { words } from "../words/words.ts";
import { Absence } from "./absence.ts";
import { Announcer } from "./announcer.ts";
import { Belongings } from "./belongings.ts";
import { Day } from "./day.ts";
import { FrameQueue } from "./frame-queue.ts";
import { Outbox, type Pending } from "./outbox.ts";
import { Own } from "./own.ts";
import { Pin } from "./pin.ts";
import { type Entry, Transcript } from "./transcript.ts";
import { identify, keepOutbox, recallOutbox } from "./visitor.ts";

type Welcome = Extract<ServerEvent, { type: "welcome" }>;
type Refused = Extract<ServerEvent, { type: "refused" }>;

/** A message unanswered for this long means a connection that is dead without knowing it. */
const ANSWER_WITHIN_MS = 15_000;

/** The room as this page holds it: events go in, signals for the page come out. */
export class Room {
  readonly you = signal<You | undefined>(undefined);
  readonly day = new Day();
  readonly online = signal(0);
  readonly entries = signal<readonly Entry[]>([]);
  readonly pending = signal<readonly Pending[]>([]);
  /** A sentence for the reader, said once and politely. */
  readonly status = signal("");
  readonly blockedUntil = signal(0);
  readonly dissolving = signal(false);
  readonly announcer = new Announcer();
  readonly pin = new Pin();
  readonly absence = new Absence(this.pin);
  readonly link: Link;
  readonly own: Own;
  readonly #queue: FrameQueue<ServerEvent>;
  readonly #transcript = new Transcript();
  readonly #belongings = new Belongings();
  readonly #outbox = new Outbox(recallOutbox());
  #applied = 0;
  /** The day of what is shown: a welcome may be a day ahead of it. */
  #shownDay = "";
  #backlogEnd = 0;
  #lastSay = 0;

  constructor() {
    this.#queue = new FrameQueue(
      (event) => this.#apply(event),
      () => this.#draw(),
    );
    this.link = new Link({
      identify,
      take: (events) => this.#queue.push(events),
      signedOut: () => {
        local.forget(KEYS.token);
        this.#giveUp(words.outbox.signedOut);
      },
    });
    this.own = new Own(this.#belongings, this.#transcript, this.link, this.#queue);
    this.link.state.subscribe((state) => {
      if (state.is === "ended") this.#giveUp(words.outbox.stopped);
    });
    now.subscribe((time) => {
      if (this.link.state.peek().is !== "open" || this.#outbox.unanswered.length === 0) return;
      if (time - this.#lastSay > ANSWER_WITHIN_MS) this.link.reconnect();
    });
    this.#queue.request();
  }

  say(text: string): void {
    const you = this.you.peek();
    const today = this.day.today.peek();
    const pending = this.#outbox.add(text, you?.name ?? "", today?.day ?? "", Date.now());
    this.#send(pending);
    this.pin.toEnd();
    this.#queue.request();
  }

  sayAgain(ref: string): void {
    const pending = this.#outbox.remove(ref);
    if (pending) this.say(pending.text);
  }

  discard(ref: string): void {
    this.#outbox.remove(ref);
    this.#queue.request();
  }

  /** Goes on as a guest. What the account has not said by now, the guest does not say for it. */
  async signOut(): Promise<void> {
    await signOut();
    this.#giveUp(words.outbox.signedOut);
    this.link.reconnect();
  }

  rollName(): void {
    this.link.send({ type: "roll" });
  }

  note(text: string): void {
    this.#transcript.note(text);
    this.#queue.request();
  }

  #send({ ref, text }: Pending): void {
    this.#lastSay = Date.now();
    this.link.send({ type: "say", ref, text });
  }

  #giveUp(why: string): void {
    for (const { ref } of this.#outbox.unanswered) this.#outbox.fail(ref, why);
    this.#queue.request();
  }

  #apply(event: ServerEvent): void {
    switch (event.type) {
      case "welcome":
        this.#welcome(event);
        break;
      case "message":
        this.#message(event);
        break;
      case "deleted":
        this.#transcript.bury(event.id, event.by === "author");
        break;
      case "cleared":
        this.#clear(event.day);
        break;
      case "topic":
        this.day.change(event.topic, event.rules);
        this.#transcript.note(words.log.newTopic(event.topic));
        break;
      case "felt":
        this.#transcript.feel(event.counts);
        break;
      case "forgotten":
        this.status.value = words.own.forgotten(event.count);
        break;
      case "quiet":
        break;
      case "online":
        this.online.value = event.count;
        break;
      case "you":
        this.#become(event.you);
        break;
      case "ack":
        this.#outbox.acknowledge(event.ref, event.seq);
        this.#belongings.said(event.seq);
        this.day.accept();
        break;
      case "refused":
        this.#refused(event);
        break;
    }
    if ("seq" in event && event.type !== "welcome" && event.type !== "ack") {
      this.#applied = Math.max(this.#applied, event.seq);
    }
    this.#outbox.settle(this.#applied);
    const missed = this.absence.caughtUp(this.#applied);
    if (missed !== undefined) this.status.value = words.log.back(missed);
  }

  #welcome(event: Welcome): void {
    const { day, seq } = event;
    this.#become(event.you);
    this.online.value = event.online;
    this.day.begin(event);
    this.#belongings.begin(day);
    this.#outbox.failBefore(day, words.outbox.midnight);
    if (event.recovered) {
      this.absence.resumed(seq);
    } else {
      const stale = !this.#transcript.isEmpty;
      this.#transcript.clear();
      this.#outbox.forgetSightings();
      this.#applied = seq;
      this.#backlogEnd = seq;
      if (stale) this.status.value = this.#shownDay === day ? words.log.tooLong : words.log.newDay;
      this.#shownDay = day;
    }
    for (const pending of this.#outbox.unanswered) this.#send(pending);
  }

  #message(event: Message): void {
    const you = this.you.peek();
    const mine =
      this.#outbox.recognize(event, you) ||
      this.#belongings.isMine(event.seq) ||
      (event.user === you?.name && event.kind === you.kind);
    if (event.seq > this.#backlogEnd && !mine) {
      if (!this.absence.isCatchingUp) this.announcer.heard(1);
      if (this.absence.missed()) this.#transcript.markUnread();
    }
    this.#transcript.say(event, mine, this.#belongings.isFelt(event.seq));
  }

  #clear(day: string): void {
    const newDay = this.#shownDay !== day;
    this.#shownDay = day;
    const finish = () => {
      this.#transcript.clear();
      this.dissolving.value = false;
      this.absence.unread.value = 0;
      this.#transcript.note(newDay ? words.log.newDay : words.log.cleared);
      this.day.turn(day);
      this.#belongings.begin(day);
    };
    if (newDay) this.#outbox.failBefore(day, words.outbox.midnight);
    if (this.#transcript.isEmpty || isStill()) {
      finish();
    } else {
      this.dissolving.value = true;
      this.#queue.hold(DISSOLVE_MS, finish);
    }
  }

  #refused({ ref, code, detail, retry_after }: Refused): void {
    if (retry_after !== undefined) {
      now.value = Date.now();
      this.blockedUntil.value = now.value + retry_after * 1_000;
    }
    const why = refusal(code, detail, retry_after);
    if (ref === undefined) this.status.value = why;
    else this.#outbox.fail(ref, why);
  }

  #become(you: You): void {
    this.you.value = you;
    if (you.guest !== undefined) local.keep(KEYS.guest, you.guest);
  }

  #draw(): void {
    if (this.pin.pinned.peek()) this.#transcript.trim(SNAPSHOT_MESSAGES);
    if (this.pending.peek() !== this.#outbox.pending) keepOutbox(this.#outbox.pending);
    batch(() => {
      this.entries.value = this.#transcript.entries;
      this.pending.value = this.#outbox.pending;
    });
    if (this.day.today.peek()) this.announcer.backlogDrawn();
  }
}
