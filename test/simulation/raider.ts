import { z } from "zod";
import type { Ledger } from "./ledger.ts";
import { callerFrom, type Link, type Receiver } from "./link.ts";
import type { Node } from "./node.ts";
import type { World } from "./world.ts";

/** What a raid is like. */
export interface Raid {
  /** From how many ranges of addresses. */
  ranges: number;
  /** Whether they all say the same. */
  alike: boolean;
  /** Messages with each pass. */
  says: number;
}

const Frame = z.array(
  z.discriminatedUnion("type", [
    z.object({ type: z.literal("welcome") }),
    z.object({ type: z.literal("ack"), ref: z.string(), seq: z.number() }),
    z.object({ type: z.literal("refused"), ref: z.string().optional(), code: z.string() }),
    z.object({ type: z.literal("other") }),
  ]),
);
const ANSWERS = new Set(["welcome", "ack", "refused"]);
const Events = z.array(z.looseObject({ type: z.string() }));
/** After these the message may be stored all the same. */
const OPEN = new Set(["unavailable", "busy"]);

/** One of a raid: comes without a pass, speaks at once, leaves, and comes as somebody else. */
export class Raider implements Receiver {
  readonly #name: string;
  readonly #raid: Raid;
  readonly #world: World;
  readonly #ledger: Ledger;
  readonly #nodes: readonly Node[];
  readonly #refused: string[] = [];
  readonly #unanswered = new Set<string>();
  #link: Link | null = null;
  #said = 0;
  #isOver = false;

  constructor(name: string, raid: Raid, world: World, ledger: Ledger, nodes: readonly Node[]) {
    this.#name = name;
    this.#raid = raid;
    this.#world = world;
    this.#ledger = ledger;
    this.#nodes = nodes;
  }

  connect(): void {
    if (this.#link || this.#isOver) return;
    const { chance } = this.#world;
    const caller = callerFrom(`range ${chance.between(1, this.#raid.ranges)}`);
    this.#link = chance.of(this.#nodes)?.connect("v1", this, caller) ?? null;
    if (this.#link) this.#link.say(JSON.stringify({ type: "hello" }));
    else this.#later();
  }

  /** The raid is over. */
  stop(): void {
    this.#isOver = true;
    this.#link?.cut();
  }

  frame(data: string): void {
    this.#world.note(() => `${this.#name} ← ${data}`);
    const events = Events.parse(JSON.parse(data)).filter(({ type }) => ANSWERS.has(type));
    for (const event of Frame.parse(events)) {
      if (event.type === "welcome") this.#speak();
      if (event.type === "ack") this.#acknowledged(event.ref, event.seq);
      if (event.type === "refused" && event.ref !== undefined)
        this.#refusedFor(event.ref, event.code);
    }
  }

  closed(): void {
    this.#link = null;
    this.#unanswered.clear();
    this.#later();
  }

  /** What was refused is nowhere. */
  settled(): void {
    for (const ref of this.#refused) {
      const seq = this.#ledger.everStored(ref);
      if (seq !== undefined) this.#world.broken(`${ref} was refused and is stored at ${seq}`);
    }
  }

  #speak(): void {
    for (let message = 0; message < this.#raid.says; message++) {
      const ref = `${this.#name}-${++this.#said}`;
      const text = this.#raid.alike ? "the printers are coming for all" : `raid ${ref}`;
      this.#unanswered.add(ref);
      this.#link?.say(JSON.stringify({ type: "say", ref, text }));
    }
  }

  #acknowledged(ref: string, seq: number): void {
    if (this.#ledger.everStored(ref) !== seq) {
      this.#world.broken(`${ref} was acknowledged and is not stored`);
    }
    this.#answered(ref);
  }

  #refusedFor(ref: string, code: string): void {
    if (!OPEN.has(code)) this.#refused.push(ref);
    this.#answered(ref);
  }

  /** The next pass is a new one. */
  #answered(ref: string): void {
    this.#unanswered.delete(ref);
    if (this.#unanswered.size === 0) this.#link?.cut();
  }

  #later(): void {
    this.#world.after(this.#world.chance.between(5, 60), () => this.connect());
  }
}
