import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Subprocess } from "bun";
import { freePort } from "../test/harness/free-port.ts";

/** Longer than any machine is busy: only what never starts is given up. */
const START_WITHIN_MS = 120_000;
/** Clock ticks a second in /proc, fixed by the kernel's interface on Linux. */
const TICKS = 100;

export interface Command {
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A server under test in a fresh folder of its own; both end with the scope. */
export class Server implements AsyncDisposable {
  readonly port: number;
  /** Milliseconds from the spawn to the first 200 of /health. */
  startMs = 0;
  readonly #process: Subprocess;
  readonly #folder: string;

  private constructor(command: Command) {
    this.port = freePort();
    this.#folder = mkdtempSync(join(tmpdir(), "bench-"));
    const raised = 'ulimit -n 65535 2>/dev/null || ulimit -n "$(ulimit -Hn)"; exec "$@"';
    this.#process = Bun.spawn(["sh", "-c", raised, "sh", ...command.argv], {
      cwd: this.#folder,
      env: { ...process.env, ...command.env, PORT: String(this.port) },
      stdout: "ignore",
      stderr: Bun.file(join(this.#folder, "stderr.log")),
    });
    running.set(this.#process, this.#folder);
  }

  /** Resolves once /health answers 200. */
  static async start(command: Command): Promise<Server> {
    const start = performance.now();
    const server = new Server(command);
    while (!(await server.#healthy())) {
      if (server.#process.exitCode !== null || performance.now() - start > START_WITHIN_MS) {
        const said = readFileSync(join(server.#folder, "stderr.log"), "utf8");
        await server[Symbol.asyncDispose]();
        throw new Error(`${command.argv.join(" ")} did not start: ${said.slice(-2_000)}`);
      }
      await Bun.sleep(2);
    }
    server.startMs = performance.now() - start;
    return server;
  }

  cpuSeconds(): number {
    return cpuSecondsOf(this.#process.pid);
  }

  residentKiB(): number {
    const status = readFileSync(`/proc/${this.#process.pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#process.exited;
    running.delete(this.#process);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #healthy(): Promise<boolean> {
    try {
      return (await fetch(`http://127.0.0.1:${this.port}/health`)).ok;
    } catch {
      return false;
    }
  }
}

/** User and system seconds of all threads of a process, as the kernel counts them. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Each running server's folder: an interrupted run leaves neither behind. */
const running = new Map<Subprocess, string>();
process.on("exit", () => {
  for (const [child, folder] of running) {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
