import type { Clock, Logger, NodeShare, Nodes } from "../room/ports.ts";

const EVERY_MS = 1_000;
const UNKNOWN = "The other nodes' shares of the room are not known.";

/**
 * How many clients are in the room, on all nodes. Announced when it changed, at most once a second.
 * `nodes` is null where there can be no other node.
 */
export class Presence {
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #nodes: Nodes | null;
  readonly #announce: (count: number) => void;
  #here = 0;
  #elsewhere = 0;
  #announced = 0;
  /** Whether the log says already that the other nodes' numbers are unknown. */
  #isTold = false;
  #cancel: (() => void) | null = null;
  /** Whether the nodes are asked at this moment: the next look follows their answer. */
  #isAsking = false;

  constructor(
    clock: Clock,
    logger: Logger,
    nodes: Nodes | null,
    announce: (count: number) => void,
  ) {
    this.#clock = clock;
    this.#logger = logger;
    this.#nodes = nodes;
    this.#announce = announce;
    if (nodes) this.#look();
  }

  get count(): number {
    return this.#here + this.#elsewhere;
  }

  /** `here`: the number of clients on this node. */
  changed(here: number): void {
    this.#here = here;
    if (this.#cancel === null && !this.#isAsking) this.#look();
  }

  /** How many clients each node has, this one first. */
  async shares(): Promise<NodeShare[]> {
    const others = (await this.#nodes?.others(this.#clock.now())) ?? [];
    const elsewhere = others.map((people) => ({ here: false, people }));
    return [{ here: true, people: this.#here }, ...elsewhere];
  }

  /** Removes this node's number from the total. */
  async leave(): Promise<void> {
    this.#cancel?.();
    this.#cancel = () => undefined;
    await this.#nodes?.leave();
  }

  /** With other nodes it runs every second, because their numbers may change; alone only after a change. */
  #look(): void {
    this.#cancel = this.#clock.after(EVERY_MS, () => {
      this.#cancel = null;
      if (this.#nodes) this.#ask(this.#nodes);
      else this.#say();
    });
  }

  #ask(nodes: Nodes): void {
    this.#isAsking = true;
    nodes
      .report(this.#here, this.#clock.now())
      .then((elsewhere) => {
        this.#elsewhere = elsewhere;
        this.#isTold = false;
      })
      .catch((error: unknown) => {
        if (!this.#isTold) this.#logger.warn({ err: error }, UNKNOWN);
        this.#isTold = true;
      })
      .finally(() => {
        this.#isAsking = false;
        this.#say();
        if (this.#cancel === null) this.#look();
      });
  }

  #say(): void {
    if (this.count === this.#announced) return;
    this.#announced = this.count;
    this.#announce(this.count);
  }
}
