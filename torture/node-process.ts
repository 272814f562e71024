/** A node of the room: the real program in a process of its own. */
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Subprocess } from "bun";
import { freePort } from "../test/harness/free-port.ts";
import { NOON_ZONE } from "../test/harness/noon-zone.ts";
import { keepTrackOf } from "./cleanup.ts";

export const ROOT = join(import.meta.dir, "..");
export const MAIN = join(ROOT, "src/main.ts");
/** The same, with a clock that follows orders. */
export const WITH_CLOCK = join(import.meta.dir, "node.ts");
/** The same, which says how large its heap is. */
export const WITH_HEAP = join(import.meta.dir, "heap-node.ts");

const HEALTHY_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 25;
/** Nodes of one room share it; it guards nothing here. */
const SECRET_KEY = "no secret, but long enough to be taken for one";

export interface NodePlan {
  name: string;
  /** Where it may write. */
  folder: string;
  databaseUrl: string;
  dayKey: string;
  /** TypeScript for this Bun, or the program in one file. */
  entry: string;
  /** How its clock is off, in milliseconds; for `WITH_CLOCK`. */
  skewMs?: number;
  /** Over the environment that the others have. */
  env?: Readonly<Record<string, string>>;
}

export class NodeProcess {
  readonly port = freePort();
  readonly #plan: NodePlan;
  #entry: string;
  #process: Subprocess<"pipe", "ignore", "ignore" | number> | null = null;

  constructor(plan: NodePlan) {
    this.#plan = plan;
    this.#entry = plan.entry;
  }

  get name(): string {
    return this.#plan.name;
  }

  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.#process !== null && (this.#process.exitCode ?? this.#process.signalCode) !== null;
  }

  /** Resolves with the milliseconds until it was healthy. `entry`: what it runs from now on. */
  async start(entry = this.#entry): Promise<number> {
    this.#entry = entry;
    const started = performance.now();
    const log = openSync(this.#logFile, "a");
    this.#process = keepTrackOf(
      Bun.spawn(this.#command, {
        cwd: this.#plan.folder,
        env: this.#env,
        stdin: "pipe",
        stdout: "ignore",
        stderr: log,
      }),
    );
    closeSync(log);
    await this.healthy();
    return performance.now() - started;
  }

  /** Resolves once it says that it is, with the milliseconds that took. Throws when it ends instead. */
  async healthy(): Promise<number> {
    const asked = performance.now();
    while (!(await this.#isHealthy())) {
      if (this.hasEnded || performance.now() - asked > HEALTHY_WITHIN_MS) {
        const code = this.#process?.signalCode ?? this.#process?.exitCode;
        const why = this.hasEnded ? `ended with ${code}` : "did not become healthy";
        throw new Error(`${this.name} ${why}: ${this.log().slice(-1_000)}`);
      }
      await Bun.sleep(ASK_EVERY_MS);
    }
    return performance.now() - asked;
  }

  /** kill -9: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.#process?.kill("SIGKILL");
    await this.#process?.exited;
  }

  /** SIGTERM; the exit code, which is 0 after an orderly end. */
  async stop(): Promise<number> {
    if (!this.#process || this.#process.exitCode !== null) return 0;
    this.#process.kill("SIGTERM");
    return this.#process.exited;
  }

  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  /** A line for its stdin. */
  async tell(line: string): Promise<void> {
    this.#process?.stdin.write(`${line}\n`);
    await this.#process?.stdin.flush();
  }

  log(): string {
    return readFileSync(this.#logFile, "utf8");
  }

  /** Runs a verb of another program in one file on its room. Throws with what it says where it fails. */
  async verb(program: string, words: readonly string[]): Promise<string> {
    const running = Bun.spawn([program, ...words], {
      cwd: this.#plan.folder,
      env: this.#env,
      stderr: "pipe",
    });
    const said = await new Response(running.stdout).text();
    const complaint = await new Response(running.stderr).text();
    if ((await running.exited) !== 0) throw new Error(`${words.join(" ")}: ${complaint}`);
    return said.trim();
  }

  get #command(): string[] {
    if (!this.#entry.endsWith(".ts")) return [this.#entry];
    const { skewMs = 0 } = this.#plan;
    return [process.execPath, this.#entry, ...(skewMs === 0 ? [] : [`${skewMs}`])];
  }

  get #env(): Record<string, string> {
    return {
      PATH: process.env["PATH"] ?? "",
      HOST: "127.0.0.1",
      PORT: `${this.port}`,
      DATABASE_URL: this.#plan.databaseUrl,
      SECRET_KEY,
      DAY_KEY_FILE: this.#plan.dayKey,
      TIMEZONE: NOON_ZONE,
      MESSAGES_PER_MINUTE: "1000000",
      LOG_LEVEL: "warn",
      ...this.#plan.env,
    };
  }

  get #logFile(): string {
    return join(this.#plan.folder, `${this.name}.log`);
  }

  async #isHealthy(): Promise<boolean> {
    try {
      const signal = AbortSignal.timeout(1_000);
      return (await fetch(`http://127.0.0.1:${this.port}/health`, { signal })).ok;
    } catch {
      return false; // Nobody listens yet, or does not answer in time.
    }
  }
}
