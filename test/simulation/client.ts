import { z } from "zod";
import { isLogEvent } from "../../src/events/kinds.ts";
import type { LogEvent, ServerEvent } from "../../src/wire/frames.ts";
import type { Act } from "../../torture/history.ts";
import type { Ledger } from "./ledger.ts";
import type { Link, Receiver } from "./link.ts";
import type { Node } from "./node.ts";
import { Transcript } from "./transcript.ts";
import type { World } from "./world.ts";

type Did = Act extends infer One
  ? One extends { client: string }
    ? Omit<One, "client" | "end">
    : never
  : never;

/** Somebody in the room, over `rageroom.v1` as docs/protocol.md tells it. */
export class Client implements Receiver {
  readonly name: string;
  readonly transcript: Transcript;
  /** Of an account; a guest has none. */
  readonly userId: number | null;
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #nodes: readonly Node[];
  #link: Link | null = null;
  #pass: string | undefined;
  #helloAt = 0;
  #isWelcome = false;
  #banned = false;
  #said = 0;
  /** Neither acknowledged nor refused for good, in order. */
  readonly #unanswered = new Set<string>();
  /** What some of them reply to. */
  readonly #repliesTo = new Map<string, number>();
  /** Everything of this day, and when it was first sent. */
  #refs: string[] = [];
  readonly #sentAt = new Map<string, number>();
  #day = "";

  constructor(
    name: string,
    userId: number | null,
    world: World,
    ledger: Ledger,
    nodes: readonly Node[],
  ) {
    this.name = name;
    this.userId = userId;
    this.#world = world;
    this.#ledger = ledger;
    this.#nodes = nodes;
    this.transcript = new Transcript(name, world, ledger);
  }

  /** To any node. Tries until one answers. */
  connect(): void {
    if (this.#link || this.#banned) return;
    this.#link = this.#world.chance.of(this.#nodes)?.connect("v1", this) ?? null;
    if (!this.#link) {
      this.#later();
      return;
    }
    const { head: after, epoch } = this.transcript;
    this.#helloAt = this.#world.now;
    const who = this.userId === null ? { guest: this.#pass } : { token: `${this.userId}` };
    this.#link.say(JSON.stringify({ type: "hello", ...who, after, epoch }));
  }

  say(): void {
    const ref = `${this.name}-${++this.#said}`;
    this.#unanswered.add(ref);
    const { head } = this.transcript;
    if (this.#said % 3 === 0 && head !== undefined) this.#repliesTo.set(ref, head);
    this.#refs.push(ref);
    if (this.#isWelcome) this.#send(ref);
  }

  /** Something answered long ago, or on its way still. */
  sayAgain(): void {
    const ref = this.#world.chance.of(this.#refs);
    if (ref !== undefined && this.#isWelcome) this.#send(ref);
  }

  /** At the end, further back or away; sometimes with what they hold, which more may be on its way to. */
  look(at = this.#world.chance.of(["end", "back", "away"])): void {
    if (!this.#isWelcome) return;
    const after = this.#world.chance.is(0.5) ? this.transcript.head : undefined;
    this.#world.note(() => `${this.name} looks at ${at}, after ${after}`);
    this.#link?.say(JSON.stringify({ type: "look", at, after }));
  }

  cut(): void {
    this.#link?.cut();
  }

  /** An admin let them in again. */
  forgiven(): void {
    this.#banned = false;
    this.connect();
  }

  frame(data: string, sentAt: number): void {
    this.#world.note(() => `${this.name} ← ${data}`);
    const events = decoded(data);
    const [first] = events;
    if (first?.type === "welcome") {
      this.#welcome(first);
      return;
    }
    const logged = events.filter(isLogEvent);
    for (const event of logged) this.#saw(event);
    this.transcript.take(logged, sentAt);
    for (const event of events) this.#answered(event);
    this.#turn(this.transcript.day);
  }

  closed(code: number | null): void {
    this.#world.note(() => `${this.name} closed, ${code}`);
    this.#link = null;
    this.#isWelcome = false;
    this.transcript.interrupted();
    // An account that was banned does not come back by itself.
    this.#banned = code === 4001;
    this.#later();
  }

  /** Once all is quiet. */
  settled(): void {
    if (this.userId !== null && this.#ledger.isBanned(this.userId)) return;
    this.transcript.settled();
    for (const ref of this.#unanswered) {
      this.#world.broken(`${this.name} never heard what became of ${ref}`);
    }
  }

  #welcome(welcome: Extract<ServerEvent, { type: "welcome" }>): void {
    this.#pass = welcome.you.guest;
    this.#isWelcome = true;
    const { recovered, epoch = "", seq } = welcome;
    const after = this.transcript.head ?? null;
    this.#did({ act: "join", start: this.#helloAt, epoch, after, recovered, seq });
    this.transcript.welcomed(welcome);
    this.#turn(welcome.day);
    for (const ref of this.#unanswered) this.#send(ref);
  }

  /** Nothing is said again on another day. */
  #turn(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    this.#unanswered.clear();
    this.#refs = [];
  }

  #answered(event: ServerEvent): void {
    if (event.type === "ack") {
      this.#unanswered.delete(event.ref);
      const { ref, seq } = event;
      const start = this.#sentAt.get(ref) ?? this.#world.now;
      this.#did({ act: "say", start, epoch: this.transcript.epoch ?? "", seq, what: wordsOf(ref) });
      const place = this.#ledger.at(event.seq, this.transcript.epoch);
      if (place?.ref !== event.ref) {
        this.#world.broken(`${this.name}'s ${event.ref} was acknowledged and is not stored`);
      }
    }
    if (event.type !== "refused" || event.ref === undefined) return;
    const { ref, code } = event;
    if (code === "unavailable" || code === "busy") {
      this.#world.after(this.#world.chance.between(20, 200), () => {
        if (this.#unanswered.has(ref) && this.#isWelcome) this.#send(ref);
      });
    } else {
      this.#unanswered.delete(ref);
    }
  }

  #send(ref: string): void {
    const re = this.#repliesTo.get(ref);
    if (!this.#sentAt.has(ref)) this.#sentAt.set(ref, this.#world.now);
    this.#link?.say(JSON.stringify({ type: "say", ref, text: wordsOf(ref), re }));
  }

  #saw(event: LogEvent): void {
    const { type, seq } = event;
    const clears = type === "cleared";
    const what = type === "message" ? event.text : type === "quiet" ? null : type;
    const epoch = this.transcript.epoch ?? "";
    this.#did({ act: "see", start: this.#world.now, epoch, seq, what, clears });
  }

  #did(act: Did): void {
    this.#world.history.push({ ...act, client: this.name, end: this.#world.now });
  }

  #later(): void {
    this.#world.after(this.#world.chance.between(10, 100), () => this.connect());
  }
}

const wordsOf = (ref: string) => `words ${ref}`;

/** Taken at its word: that frames keep to their schema is for other tests, and this one is in a hurry. */
const Frame = z.custom<readonly ServerEvent[]>();
const last = { data: "", events: Frame.parse([]) };

/** What is published comes to several clients, one after the other. */
function decoded(data: string): readonly ServerEvent[] {
  if (data !== last.data) Object.assign(last, { data, events: Frame.parse(JSON.parse(data)) });
  return last.events;
}
