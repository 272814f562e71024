import type { RoomEvent } from "../../src/events/kinds.ts";
import { type Shield, shieldOf } from "../../src/events/shield.ts";
import type { CommandName } from "../../src/room/commands.ts";
import type { Appended, Sender, Submission } from "../../src/room/ports.ts";
import { isNewcomer, type Standing } from "../../src/room/standing.ts";
import type { NewcomerLimits } from "./disk.ts";
import { NewcomerBudget } from "./newcomer-budget.ts";

/** Under the shield a newcomer reads for so long. */
const READS_MS = 3 * 60_000;
/** What those who were heard are never refused for. */
const OF_NEWCOMERS = new Set(["newcomer", "proof_required"]);
/** What brings back what is hidden or held: acts of staff, and an author's own undo. */
const BRINGS_BACK: ReadonlySet<CommandName> = new Set(["undo", "keepHidden", "settleReport"]);

/** Whether the store treats newcomers as it may, and nobody else so. */
export class NewcomerRules {
  readonly #limits: NewcomerLimits;
  readonly #broken: (sentence: string) => void;
  readonly #budget = new NewcomerBudget();
  /** When each sender's first message was stored. */
  #first = new Map<string, { seq: number; at: number }>();
  #shield: Shield | null = null;
  /** The acts that hid something. */
  readonly #hiding: number[] = [];

  constructor(limits: NewcomerLimits, broken: (sentence: string) => void) {
    this.#limits = limits;
    this.#broken = broken;
  }

  get shield(): Shield | null {
    return this.#shield;
  }

  get hiding(): readonly number[] {
    return this.#hiding;
  }

  /** What it returns puts back what was counted until now. */
  copy(): () => void {
    const budget = this.#budget.copy();
    const first = new Map(this.#first);
    const shield = this.#shield;
    return () => {
      budget();
      this.#first = first;
      this.#shield = shield;
    };
  }

  turned(at: number): void {
    this.#budget.turned(at);
    this.#first.clear();
  }

  changed(events: readonly RoomEvent[], by: CommandName | "turnDay"): void {
    for (const event of events) {
      if (event.type === "mode") this.#shield = shieldOf(event.shield);
      if (event.type === "removed" && event.by === "hidden") this.#hiding.push(event.seq);
      const isMeant = by !== "turnDay" && BRINGS_BACK.has(by);
      if (event.type === "restored" && !isMeant) this.#broken(`${by} brought back ${event.ids}`);
    }
  }

  appended(
    submissions: readonly Submission[],
    at: number,
    { events, outcomes, standings }: Appended,
    stands: (seq: number) => boolean,
  ): void {
    const fresh = new Set(events.map(({ seq }) => seq));
    for (const [index, { sender }] of submissions.entries()) {
      const outcome = outcomes[index];
      const standing = standings[index];
      const isNew = isNewcomer(standing);
      if (isNew && this.#wasHeard(sender, at, stands)) {
        this.#broken(`${sender.key} was heard, and is taken for new at ${at}`);
      }
      if (typeof outcome === "object" && !isNew && OF_NEWCOMERS.has(outcome.code)) {
        this.#broken(`${sender.key} was heard, and is refused as ${outcome.code}`);
      }
      if (typeof outcome === "number" && fresh.delete(outcome)) {
        this.#said(sender, outcome, at, standing);
      }
    }
  }

  #said(
    { key, since, wasHere }: Sender,
    seq: number,
    at: number,
    standing: Standing | undefined,
  ): void {
    const isNew = isNewcomer(standing);
    const fault = this.#budget.said({ seq, key, isNew, at });
    if (fault) this.#broken(fault);
    const shield = this.#shield;
    // Who is pending has read, and takes turns with those who have.
    if (standing === "new" && !wasHere && shield && at < shield.until) {
      const reads = Math.max(shield.since, since ?? 0) + READS_MS;
      if (at < reads) this.#broken(`a newcomer said ${seq} under the shield`);
    }
    if (!this.#first.has(key)) this.#first.set(key, { seq, at });
  }

  /** For certain: what it was heard by still stands, and did for long enough before this batch. */
  #wasHeard({ key, since }: Sender, at: number, stands: (seq: number) => boolean): boolean {
    const first = this.#first.get(key);
    if (!first || !stands(first.seq)) return false;
    // What is said under the shield makes nobody heard before it is down.
    const shield = this.#shield;
    if (shield && at < shield.until && first.at > shield.since) return false;
    const { heardAfter, heardStood } = this.#limits;
    const came = Math.min(since ?? first.at, first.at);
    return came + heardAfter <= at && first.at + heardStood <= at;
  }
}
