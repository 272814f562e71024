/** A TCP relay that can be as bad as a network: slow, cut, silent. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

interface Link {
  near: Socket;
  far: Socket;
}

export class Relay implements AsyncDisposable {
  readonly #server: Server;
  readonly #links = new Set<Link>();
  #targets: readonly number[];
  #opened = 0;
  #delayMs = 0;
  #isSwallowing = false;

  private constructor(targets: readonly number[]) {
    this.#targets = targets;
    this.#server = createServer((near) => {
      const target = this.#targets[this.#opened++ % this.#targets.length] ?? 0;
      const far = connect(target, "127.0.0.1");
      const link = { near, far };
      this.#links.add(link);
      this.#pass(link, near, far);
      this.#pass(link, far, near);
      if (this.#isSwallowing) this.abandon();
    });
  }

  /** Connections lead to one target after the other. */
  static async open(...targets: number[]): Promise<Relay> {
    const relay = new Relay(targets);
    await new Promise<void>((resolve) => relay.#server.listen(0, "127.0.0.1", resolve));
    return relay;
  }

  get port(): number {
    const address: AddressInfo | string | null = this.#server.address();
    return typeof address === "object" ? (address?.port ?? 0) : 0;
  }

  /** New connections lead there, as where an address has moved. Those that are open stay where they are. */
  turn(target: number): void {
    this.#targets = [target];
  }

  /** Whatever passes from now on arrives that much later. */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Ends every connection at both ends, without a farewell. */
  cut(): void {
    for (const link of this.#links) {
      this.#links.delete(link);
      link.near.destroy();
      link.far.destroy();
    }
  }

  /** Nothing passes on today's connections any more, and neither end is told; new ones are fine. */
  abandon(): void {
    for (const { near, far } of this.#links) {
      near.removeAllListeners("data").pause();
      far.removeAllListeners("data").pause();
    }
  }

  /** As `abandon`, and new connections are taken and never answered. */
  swallow(): void {
    this.#isSwallowing = true;
    this.abandon();
  }

  /** After `swallow`: new connections are fine again, and those of before are cut. */
  recover(): void {
    this.#isSwallowing = false;
    this.cut();
  }

  /** The clients of such connections stop reading. Returns what lets them go on. */
  stall(isStalled: () => boolean): () => void {
    const stalled = [...this.#links].filter(isStalled).map(({ far }) => far);
    for (const far of stalled) far.pause();
    return () => {
      for (const far of stalled) far.resume();
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.close();
    this.cut();
  }

  #pass(link: Link, from: Socket, to: Socket): void {
    let passed = Promise.resolve();
    const inTurn = (step: () => void) => {
      const due = performance.now() + this.#delayMs;
      passed = passed.then(async () => {
        const wait = due - performance.now();
        if (wait > 0) await Bun.sleep(wait);
        step();
      });
    };
    from.setNoDelay(true);
    from.on("data", (bytes) => inTurn(() => forward(bytes, from, to)));
    from.on("end", () => inTurn(() => to.end()));
    from.on("error", () => this.#end(link));
    from.on("close", () => inTurn(() => this.#end(link)));
  }

  #end(link: Link): void {
    this.#links.delete(link);
    link.near.destroySoon();
    link.far.destroySoon();
  }
}

/** Not more than the other end takes: whoever does not read is felt by whoever writes. */
function forward(bytes: Buffer | string, from: Socket, to: Socket): void {
  if (to.destroyed || to.write(bytes)) return;
  from.pause();
  to.once("drain", () => from.resume());
}
