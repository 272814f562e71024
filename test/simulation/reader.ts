import type { Link, Receiver } from "./link.ts";
import type { Node } from "./node.ts";
import type { PlainTranscript } from "./plain-transcript.ts";
import type { World } from "./world.ts";

/** A script that only reads, in plain mode. */
export class Reader implements Receiver {
  readonly #transcript: PlainTranscript;
  readonly #world: World;
  readonly #nodes: readonly Node[];
  #link: Link | null = null;

  constructor(transcript: PlainTranscript, world: World, nodes: readonly Node[]) {
    this.#transcript = transcript;
    this.#world = world;
    this.#nodes = nodes;
  }

  connect(): void {
    this.#transcript.restart();
    this.#link = this.#world.chance.of(this.#nodes)?.connect("plain", this) ?? null;
    if (!this.#link) this.closed();
  }

  cut(): void {
    this.#link?.cut();
  }

  frame(data: string): void {
    this.#transcript.take(JSON.parse(data));
  }

  closed(): void {
    this.#link = null;
    this.#world.after(this.#world.chance.between(10, 100), () => this.connect());
  }
}
