import { fileURLToPath } from "node:url";
import type { Subprocess } from "bun";
import type { z } from "zod";
import {
  Answer,
  Joined,
  type JoinOrder,
  Looking,
  type LookOrder,
  Nothing,
  type Order,
  Pressed,
  type PressOrder,
  Round,
  type SayOrder,
  SignedIn,
  type SignInOrder,
  Stalled,
} from "./load/commands.ts";

const MAIN = fileURLToPath(new URL("./load/main.ts", import.meta.url));
const ANSWER_WITHIN_MS = 120_000;

/** The load generator as the runner sees it: one order at a time, each answered. */
export class Generator implements AsyncDisposable {
  readonly #process: Subprocess;
  #answered: ((answer: unknown) => void) | undefined;

  constructor() {
    const raised = 'ulimit -n 65535 2>/dev/null || ulimit -n "$(ulimit -Hn)"; exec "$@"';
    this.#process = Bun.spawn(["sh", "-c", raised, "sh", process.execPath, MAIN], {
      stdio: ["ignore", "inherit", "inherit"],
      ipc: (message: unknown) => this.#answered?.(message),
    });
  }

  /** Fails unless every client joined: a figure for fewer would be another figure. */
  async join(order: Omit<JoinOrder, "do" | "backlog"> & { backlog?: number }): Promise<Joined> {
    const joined = await this.#order({ backlog: 0, ...order, do: "join" }, Joined);
    if (joined.joined < order.clients) {
      const why = joined.endings.join(", ");
      throw new Error(`${joined.joined} of ${order.clients} clients joined (${why}).`);
    }
    return joined;
  }

  say(order: Omit<SayOrder, "do" | "returning"> & { returning?: number }): Promise<Round> {
    return this.#order({ returning: 0, ...order, do: "say" }, Round);
  }

  look(order: Omit<LookOrder, "do">): Promise<z.infer<typeof Looking>> {
    return this.#order({ do: "look", ...order }, Looking);
  }

  stall(share: number): Promise<{ stalled: number }> {
    return this.#order({ do: "stall", share }, Stalled);
  }

  press(order: Omit<PressOrder, "do">): Promise<Pressed> {
    return this.#order({ do: "press", ...order }, Pressed);
  }

  /** Makes the account that `signIn` uses. */
  async register(port: number): Promise<void> {
    await this.#order({ do: "register", port }, Nothing);
  }

  signIn(order: Omit<SignInOrder, "do">): Promise<SignedIn> {
    return this.#order({ do: "signIn", ...order }, SignedIn);
  }

  async leave(): Promise<void> {
    await this.#order({ do: "leave" }, Nothing);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#process.exited;
  }

  async #order<T>(order: Order, schema: z.ZodType<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const late = () => reject(new Error(`The generator did not answer "${order.do}".`));
    const timer = setTimeout(late, ANSWER_WITHIN_MS);
    this.#answered = resolve;
    this.#process.send(order);
    try {
      const answer = Answer.parse(await promise);
      if ("failed" in answer) throw new Error(`The generator failed: ${answer.failed}`);
      return schema.parse(answer.done);
    } finally {
      clearTimeout(timer);
    }
  }
}
