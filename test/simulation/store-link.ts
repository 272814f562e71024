import type {
  Actor,
  Ask,
  CommandInput,
  CommandName,
  CommandResult,
  Topic,
} from "../../src/room/commands.ts";
import { LogReplaced } from "../../src/room/log-replaced.ts";
import type { Appended, Change, Log, SharedOutcome, Submission } from "../../src/room/ports.ts";
import { Refusal } from "../../src/room/refusal.ts";
import type { Disk } from "./disk.ts";
import type { Ledger } from "./ledger.ts";
import type { World } from "./world.ts";

/** The store as one node reaches it: late, sometimes in vain, sometimes without an answer. */
export class StoreLink implements Log {
  readonly #world: World;
  readonly #disk: Disk;
  readonly #log: Log;
  /** Of the log that this node follows. */
  #epoch: string;
  readonly #ledger: Ledger;
  /** Tells every node; of a room that has but one, null. */
  readonly #bells: Bells | null;
  #cut = false;

  constructor(world: World, disk: Disk, ledger: Ledger, bells: Bells | null) {
    this.#world = world;
    this.#disk = disk;
    this.#log = disk.open();
    this.#epoch = disk.epoch;
    this.#ledger = ledger;
    this.#bells = bells;
  }

  /** The node crashed: it asks nothing more, hears no answer, and what is on its way may arrive. */
  cut(): void {
    this.#cut = true;
  }

  async append(submissions: readonly Submission[], at: number): Promise<Appended> {
    return this.#change(
      () => this.#log.append(submissions, at),
      (appended) => this.#ledger.appended(submissions, at, appended),
    );
  }

  async apply<Name extends CommandName>(
    name: Name,
    input: CommandInput<Name>,
    actor: Actor,
    at: number,
  ): Promise<Change<CommandResult<Name>>> {
    return this.#change(
      () => this.#log.apply(name, input, actor, at),
      ({ events }) => {
        this.#ledger.changed(events, name);
        if ("banned" in input && !input.banned) this.#ledger.unbanned(input.userId);
      },
    );
  }

  async applyAll(asks: readonly Ask[], at: number): Promise<Change<SharedOutcome[]>> {
    return this.#change(
      () => this.#log.applyAll(asks, at),
      ({ events }) => this.#ledger.changed(events, "eraseOwn"),
    );
  }

  async turnDay(day: string, topic: Topic, at: number) {
    return this.#change(
      () => this.#log.turnDay(day, topic, at),
      ({ events }) => this.#ledger.turned(events, at),
    );
  }

  async checkWritable(): Promise<void> {
    await this.#change(
      async () => {
        await this.#log.checkWritable();
        return { events: [] };
      },
      () => undefined,
    );
  }

  async state() {
    return this.read(() => {
      this.#epoch = this.#disk.epoch;
      return this.#log.state();
    });
  }

  async after(seq: number, limit: number, day: string) {
    return this.read(() => {
      this.#assertFollowed();
      return this.#log.after(seq, limit, day);
    });
  }

  async history(day: string, limit: number, before?: number) {
    return this.read(() => this.#log.history(day, limit, before));
  }

  async messagesAfter(day: string, seq: number, limit: number) {
    return this.read(() => this.#log.messagesAfter(day, seq, limit));
  }

  async newest(day: string, skip: number, limit: number) {
    return this.read(() => this.#log.newest(day, skip, limit));
  }

  async topics() {
    return this.read(() => this.#log.topics());
  }

  async reports(day: string) {
    return this.read(() => this.#log.reports(day));
  }

  async hidden(day: string) {
    return this.read(() => this.#log.hidden(day));
  }

  async head(seq: number | null) {
    return this.read(() => this.#log.head(seq));
  }

  async audit(limit: number, before: number) {
    return this.read(() => this.#log.audit(limit, before));
  }

  async counts(day: string, since: number) {
    return this.read(() => this.#log.counts(day, since));
  }

  async follow(ring: (seq?: number) => void): Promise<boolean> {
    this.#bells?.hang((seq) => {
      if (!this.#cut) ring(seq);
    });
    ring();
    return this.#bells !== null;
  }

  async read<Result>(ask: () => Promise<Result>): Promise<Result> {
    return this.#trip(ask, this.#world.chance.is(this.#world.faults.readFails) ? "before" : null);
  }

  async #change<Result extends { events: readonly { seq: number }[] }>(
    change: () => Promise<Result>,
    committed: (result: Result) => void,
  ): Promise<Result> {
    const { chance, faults } = this.#world;
    const before = chance.is(faults.rejected) ? "before" : null;
    const fails = before ?? (chance.is(faults.answerLost) ? "after" : null);
    const run = async () => {
      this.#assertFollowed();
      const result = await change();
      committed(result);
      const head = result.events.at(-1)?.seq;
      if (head !== undefined) this.#bells?.ring(head);
      return result;
    };
    return this.#trip(run, fails);
  }

  /** As the store's own epoch. */
  #assertFollowed(): void {
    if (this.#epoch !== this.#disk.epoch) throw new LogReplaced();
  }

  /** There, and back again. */
  #trip<Result>(run: () => Promise<Result>, fails: "before" | "after" | null): Promise<Result> {
    const world = this.#world;
    return new Promise((resolve, reject) => {
      if (this.#cut) return;
      world.after(this.#latency(), async () => {
        // A store that is part of the process goes with it.
        if (this.#cut && (!this.#bells || world.chance.is(0.5))) return;
        if (fails === "before") return reject(new Error("The store does not answer."));
        let answer: () => void;
        try {
          const result = await run();
          answer = () => resolve(result);
        } catch (error) {
          const isExpected = error instanceof Refusal || error instanceof LogReplaced;
          if (!isExpected) world.broken(`the store failed: ${error}`);
          answer = () => reject(error);
        }
        if (fails === "after") answer = () => reject(new Error("The answer was lost."));
        world.after(this.#latency(), () => {
          if (!this.#cut) answer();
        });
      });
    });
  }

  #latency(): number {
    const { chance, faults } = this.#world;
    return chance.is(faults.slow) ? chance.between(50, 300) : chance.between(0, 4);
  }
}

/** The doorbell of all nodes. */
export class Bells {
  readonly #world: World;
  readonly #rings: ((seq?: number) => void)[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  hang(ring: (seq?: number) => void): void {
    this.#rings.push(ring);
  }

  ring(seq: number): void {
    const { chance, faults } = this.#world;
    for (const ring of this.#rings) {
      if (chance.is(faults.bellLost)) continue;
      const times = chance.is(faults.bellDoubled) ? 2 : 1;
      for (let time = 0; time < times; time++) {
        const late = chance.is(faults.bellLate);
        this.#world.after(late ? chance.between(50, 500) : chance.between(0, 3), () => ring(seq));
      }
    }
  }
}
