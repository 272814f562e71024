import { batch, signal } from "@preact/signals";
import { dayAfter } from "../../../client/days.ts";
import { type Handlers, handle } from "../../../client/handlers.ts";
import type { Pending } from "../../../client/outbox.ts";
import type { ServerEvent } from "../../../src/wire/frames.ts";
import { CLOSE } from "../../../src/wire/limits.ts";
import { PageLink } from "../../shared/page-link.ts";
import { UndoOffer } from "../../shared/undo.tsx";
import { words } from "../../words/words.ts";
import { Announcer } from "../log/announcer.ts";
import { ScrollPin } from "../log/scroll-pin.ts";
import { Arrivals } from "./arrivals.ts";
import { Asked } from "./asked.ts";
import { Attention } from "./attention.ts";
import { Day, type Welcome } from "./day.ts";
import type { Entry } from "./entries.ts";
import { FrameQueue } from "./frame-queue.ts";
import { Hold } from "./hold.ts";
import { identify } from "./identity.ts";
import { Ignored } from "./ignored.ts";
import { MessageActions } from "./message-actions.ts";
import { OwnMessages } from "./own-messages.ts";
import { Polling } from "./polling.ts";
import { QuietView } from "./quiet-view.ts";
import { ReadingBack } from "./reading-back.ts";
import { Reply } from "./reply.ts";
import { ReportChanges } from "./report-changes.ts";
import { SAID_ELSEWHERE } from "./said-elsewhere.ts";
import { ShownDay } from "./shown-day.ts";
import { signInEnded } from "./sign-in.ts";
import { Speech } from "./speech.ts";
import { Standing } from "./standing.ts";
import { Transcript } from "./transcript.ts";
import { Unread } from "./unread.ts";

/** The room as this page holds it: events go in, signals for the page come out. */
export class Room {
  readonly standing = new Standing();
  readonly you = this.standing.you;
  readonly day = new Day();
  readonly online = signal(0);
  readonly entries = signal<readonly Entry[]>([]);
  /** A sentence for the reader, said once and politely. */
  readonly status = signal("");
  /** What brings back what the reader did last. */
  readonly undo = new UndoOffer<() => void>();
  readonly announcer = new Announcer();
  readonly pin = new ScrollPin();
  readonly absence = new Unread(this.pin);
  readonly reports = new ReportChanges();
  readonly reply = new Reply(this.day.today, this.status, words.log.notAReply);
  readonly ignored = new Ignored(this.day.today);
  readonly quiet: QuietView;
  readonly attention: Attention;
  readonly hold: Hold;
  readonly link: PageLink;
  readonly own: MessageActions;
  readonly speech: Speech;
  readonly polling: Polling;
  readonly back: ReadingBack;
  readonly shownDay: ShownDay;
  readonly #arrivals: Arrivals;
  readonly #queue: FrameQueue<ServerEvent>;
  readonly #transcript = new Transcript();
  readonly #ownMessages = new OwnMessages(this.day.today);
  #applied = 0;
  /** Whether the page has said since the last welcome that the connection is lost. */
  #wasCut = false;

  /** What the page does with each kind; a kind without a line does not compile. */
  readonly #handlers: Handlers = {
    ...SAID_ELSEWHERE,
    welcome: (event) => this.#welcome(event),
    message: (event) => this.#arrivals.take(event),
    deleted: ({ seq, id, by }) => {
      this.own.deleted(id, by);
      if (this.own.hasErased(id)) this.offerUndo(words.undo.deleted, this.own.undoing(seq));
    },
    removed: (event) => this.own.removed(event),
    cleared: ({ day }) => this.#clear(day),
    topic: ({ topic, rules }) => {
      this.day.change(topic, rules);
      this.#transcript.note(words.log.newTopic(topic));
    },
    first: ({ ids }) => this.#arrivals.areFirst(ids),
    felt: ({ counts }) => this.#transcript.feel(counts),
    restored: ({ messages }) => this.own.restored(messages, this.#arrivals),
    forgotten: ({ count, act }) =>
      this.offerUndo(words.own.forgotten(count), this.own.undoing(act)),
    muted: (event) => {
      if (!this.standing.mute(event)) this.status.value = words.log.unmuted;
    },
    mode: (event) => {
      const told = this.standing.change(event);
      if (told !== undefined) this.#transcript.note(told);
      this.speech.slowed();
    },
    proof: ({ challenge }) => this.speech.askedForProof(challenge),
    waiting: ({ seconds }) => this.speech.waits(seconds),
    reported: () => this.offerUndo(words.log.reported, undefined),
    behind: ({ count }) => this.attention.title.behind(count),
    online: ({ count }) => {
      this.online.value = count;
    },
    you: ({ you }) => this.standing.become(you),
    ack: ({ ref, seq }) => {
      this.speech.acknowledged(ref, seq);
      this.#ownMessages.said(seq);
      this.day.accept();
    },
    refused: (event) => this.own.asked.refused(event, this.speech.refused(event)),
  };

  constructor() {
    this.#queue = new FrameQueue(
      (event) => this.#apply(event),
      () => this.#draw(),
    );
    this.hold = new Hold(this.#queue);
    const { ignored, status } = this;
    this.quiet = new QuietView({ ignored, status, drawing: this.#queue });
    this.shownDay = new ShownDay(this.#transcript, this.#queue, this.pin.pinned);
    const take = this.reports.watching((events) =>
      this.#queue.push(events, this.pin.pinned.peek()),
    );
    this.link = new PageLink({
      identify,
      take,
      signedOut: () => {
        if (signInEnded()) this.speech.giveUp(words.outbox.signedOut);
      },
    });
    this.attention = new Attention((frame) => this.link.send(frame), this.pin.pinned);
    this.polling = new Polling(this.link, this.day, take, this.#queue);
    this.speech = new Speech(this.link, this.#queue, words.outbox.stopped, this.standing.muted);
    const { you, hold, announcer, pin, link, quiet, reply } = this;
    const parts = { you, hold, announcer, pin, quiet };
    const log = { ...parts, transcript: this.#transcript, drawing: this.#queue };
    this.#arrivals = new Arrivals({
      ...{ ...log, speech: this.speech, attention: this.attention, absence: this.absence },
      ...{ ignored, ownMessages: this.#ownMessages },
    });
    this.back = new ReadingBack({ ...log, arrivals: this.#arrivals, link, status, reply });
    const asked = new Asked(this.link, this.status);
    this.own = new MessageActions(this.#ownMessages, this.#transcript, asked, this.#queue);
    this.link.state.subscribe((state) => {
      if (state.is !== "open") this.#wasCut = true;
      if (state.is === "ended" && state.why.code === CLOSE.banned.code) this.own.banned();
    });
  }

  say(text: string): void {
    this.#say({ text, ...this.reply.take() });
  }

  sayAgain(ref: string): void {
    const taken = this.speech.takeBack(ref);
    if (taken) this.#say(taken);
  }

  /** The message at this place as it reads while it stands. */
  quote = (seq: number | undefined) => this.#transcript.quote(seq);

  /** Says what was done, and for some seconds what brings it back. */
  offerUndo(said: string, undo: (() => void) | undefined): void {
    this.status.value = said;
    this.undo.begin(undo);
  }

  note(text: string): void {
    this.#transcript.note(text);
    this.#queue.request();
  }

  /** Midnight has come, and the room is not there to say so. What comes next is asked for anew. */
  turnAlone(): void {
    const today = this.day.today.peek();
    if (!today) return;
    this.shownDay.turnAlone();
    this.#queue.push([{ type: "cleared", seq: this.#applied, day: dayAfter(today.day) }]);
    // Who is away is not told, and will be welcomed to the new day when they look again.
    if (!this.attention.isAway) this.link.startOver();
  }

  #say({ text, re }: Pick<Pending, "text" | "re">): void {
    this.hold.endAll();
    const day = this.day.today.peek()?.day ?? "";
    this.speech.say({ text, day, ...(re !== undefined && { re }) }, this.you.peek());
    this.pin.toEnd();
  }

  #apply(event: ServerEvent): void {
    handle(this.#handlers, event);
    this.own.asked.heard(event);
    if ("seq" in event && event.type !== "welcome" && event.type !== "ack") {
      this.#applied = Math.max(this.#applied, event.seq);
    }
    this.speech.settle(this.#applied);
    const missed = this.absence.caughtUp(this.#applied);
    if (missed !== undefined) this.status.value = words.log.back(missed);
  }

  #welcome(event: Welcome): void {
    const { day, seq } = event;
    this.standing.welcome(event);
    this.attention.welcomed(event.recovered);
    this.online.value = event.online;
    this.speech.giveUpBefore(day, words.outbox.midnight);
    if (event.recovered) {
      // A line that was replaced in time, and has missed nothing, is not worth a word.
      if (this.#wasCut || seq > this.#applied) this.absence.resumed(seq);
    } else {
      this.hold.endAll();
      const news = this.shownDay.begin(day, event.cleared !== undefined);
      if (news !== undefined) this.status.value = news;
      this.speech.startOver(event.epoch);
      this.#applied = seq;
      this.#arrivals.begin(seq);
    }
    this.day.begin(event);
    this.shownDay.welcomed();
    this.#wasCut = false;
    this.own.asked.again();
    this.speech.sendAgain();
  }

  #clear(day: string): void {
    this.hold.endAll();
    this.reply.end();
    this.attention.title.clear();
    const isNew = this.shownDay.turnsTo(day);
    if (isNew) this.speech.giveUpBefore(day, words.outbox.midnight);
    this.shownDay.dissolve(isNew ? words.log.newDay : words.log.cleared, () => {
      this.absence.unread.value = 0;
      this.day.turn(day);
    });
  }

  #draw(): void {
    const isHeld = this.hold.isOn.peek();
    if (this.pin.isFollowing && !isHeld) this.#transcript.trim(this.quiet.most);
    this.back.draw();
    batch(() => {
      const all = this.#transcript.entries;
      this.entries.value = isHeld ? this.hold.still(all) : this.quiet.of(all);
      this.speech.draw();
    });
    if (this.you.peek() || this.polling.hasRead) this.announcer.backlogDrawn();
  }
}
