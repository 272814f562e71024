/** The real program, as an operator starts it: `src/main.ts` in a folder, with an environment. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MAIN = join(import.meta.dir, "../../src/main.ts");
const WITHIN_MS = 15_000;

export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** As printed, without a slash at its end. */
  readonly url: string;
  readonly wsUrl: string;
  /** Resolves once this was printed. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** All that was printed so far. */
  output(): string;
  /** Sends a signal; resolves with the exit code, which a kill -9 leaves null. */
  end(signal: "SIGTERM" | "SIGINT" | "SIGKILL"): Promise<number | null>;
}

/** A new folder that goes at the end of the scope. */
export async function folder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "rage-room-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the program and waits until it says where it listens. PORT is a free one unless `env` names it. */
export async function start(cwd: string, env: Record<string, string> = {}): Promise<Program> {
  const child = spawn(cwd, { PORT: "0", ...env });
  let output = "";
  let more = Promise.withResolvers<void>();
  const read = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const bytes of stream) {
      output += decoder.decode(bytes, { stream: true });
      more.resolve();
      more = Promise.withResolvers();
    }
  };
  let over = false;
  const ended = Promise.all([read(child.stdout), read(child.stderr), child.exited]).then(() => {
    over = true;
  });
  const printed: Program["printed"] = async (pattern) => {
    for (;;) {
      const found = pattern.exec(output);
      if (found) return found;
      if (over) throw new Error(`The program ended and never printed ${pattern}:\n${output}`);
      await Promise.race([more.promise, ended]);
    }
  };
  const [, url = ""] = await printed(/open at (\S+)\/\n/);
  const end: Program["end"] = async (signal) => {
    child.kill(signal);
    await ended;
    return child.signalCode === null ? child.exitCode : null;
  };
  return {
    pid: child.pid,
    url,
    wsUrl: `${url.replace("http", "ws")}/ws`,
    printed,
    output: () => output,
    end,
    [Symbol.asyncDispose]: async () => {
      await end("SIGKILL");
    },
  };
}

/** Runs the program where it cannot start, to its end. */
export async function fail(cwd: string, env: Record<string, string>) {
  const child = spawn(cwd, env);
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, out, err };
}

/** Nothing of our own environment leaks in. */
function spawn(cwd: string, env: Record<string, string>) {
  const { PATH = "", HOME = "" } = process.env;
  return Bun.spawn([process.execPath, MAIN], {
    cwd,
    env: { PATH, HOME, ...env },
    stdout: "pipe",
    stderr: "pipe",
    timeout: WITHIN_MS,
    killSignal: "SIGKILL",
  });
}
