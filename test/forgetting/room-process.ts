/** The program in a process of its own, at a time of our choosing. */
import { join } from "node:path";

const CHILD = join(import.meta.dir, "child.ts");

export interface Start {
  /** The program. */
  root: string;
  at: number;
  cwd: string;
  env: Record<string, string>;
  /** Gets what it prints. */
  log: Bun.FileSink;
}

interface Answer {
  url?: string;
  done?: string;
}

export class RoomProcess {
  url = "";
  readonly #child: Bun.Subprocess<"ignore", "pipe", "pipe">;
  readonly #answers: Answer[] = [];
  #answered = Promise.withResolvers<void>();

  private constructor({ root, at, cwd, env, log }: Start) {
    const start = new Date(at).toISOString();
    this.#child = Bun.spawn([process.execPath, CHILD, root, start], {
      cwd,
      env,
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      ipc: (message: Answer) => {
        this.#answers.push(message);
        this.#answered.resolve();
        this.#answered = Promise.withResolvers();
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) void keep(stream, log);
  }

  /** Resolves once the room is open. */
  static async start(start: Start): Promise<RoomProcess> {
    const room = new RoomProcess(start);
    room.url = (await room.#answer(({ url }) => url !== undefined)).url ?? "";
    return room;
  }

  get pid(): number {
    return this.#child.pid;
  }

  get wsUrl(): string {
    return `${this.url.replace("http", "ws")}ws`;
  }

  /** Resolves when it is done; the time it takes in the room does not pass here. */
  async tell(command: "midnight" | "ten seconds"): Promise<void> {
    this.#child.send(command);
    await this.#answer(({ done }) => done === command);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.send("stop");
    await this.#child.exited;
  }

  /** Lets midnight come to a program that does not survive it. */
  async dieAtMidnight(): Promise<void> {
    this.#child.send("midnight");
    await this.#child.exited;
    if (this.#child.signalCode !== "SIGKILL") throw new Error("It was not killed.");
  }

  async #answer(match: (answer: Answer) => boolean): Promise<Answer> {
    let isOver = false;
    const ended = this.#child.exited.then(() => {
      isOver = true;
    });
    for (;;) {
      const at = this.#answers.findIndex(match);
      const [answer] = at < 0 ? [] : this.#answers.splice(at, 1);
      if (answer) return answer;
      if (isOver) throw new Error("The program ended.");
      await Promise.race([this.#answered.promise, ended]);
    }
  }
}

async function keep(stream: ReadableStream<Uint8Array>, log: Bun.FileSink): Promise<void> {
  for await (const bytes of stream) {
    log.write(bytes);
    await log.flush();
  }
}
