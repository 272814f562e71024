/** The real program, as an operator starts it: in a folder, with an environment. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";

const ROOT = join(import.meta.dir, "../..");
/** The one file of the suite's own build, which starts three times as soon; without one, the sources. */
const { TEST_EXECUTABLE } = process.env;
/** The program, without its verb. */
export const PROGRAM = TEST_EXECUTABLE
  ? [TEST_EXECUTABLE]
  : [process.execPath, join(ROOT, "src/cli.ts")];
const SERVE = [...PROGRAM, "serve"];

const NPM = ["npm", "start", "--silent", "--prefix", ROOT];
/** What an operator runs; the pid is that of the first word. */
const COMMANDS = {
  program: SERVE,
  npm: NPM,
  "80 files": ["sh", "-c", 'ulimit -n 80; exec "$0" "$@"', ...SERVE],
  /** No file may grow over a MiB, as on a disk that is full then. */
  "small files": ["sh", "-c", 'trap "" XFSZ; ulimit -f 2048; exec "$0" "$@"', ...SERVE],
  nohup: ["nohup", ...SERVE],
  /** unshare's child is the first process of a namespace, as in a container. */
  "npm as PID 1": ["unshare", "--pid", "--mount-proc", "--fork", "--kill-child", ...NPM],
};
export type Command = keyof typeof COMMANDS;
/** The program in one file. Beside it there is nothing: neither a runtime nor anything on the path. */
interface Executable {
  file: string;
}
const NPM_COMMANDS: ReadonlySet<Command> = new Set(["npm", "npm as PID 1"]);

export type Signal = "SIGTERM" | "SIGINT" | "SIGHUP" | "SIGABRT" | "SIGKILL";

export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** As printed, without a slash at its end. */
  readonly url: string;
  readonly wsUrl: string;
  /** Resolves once this was printed. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
  /** All that was printed so far. */
  output(): string;
  /** What of it was on standard output. */
  logged(): string;
  /** Sends a signal to that pid, unless it is gone. */
  signal(name: Signal): void;
  /**
   * Sends a signal to the pid that an operator has; resolves once every process is gone, with the
   * exit code of that one, null where the signal killed it.
   */
  end(signal: Signal): Promise<number | null>;
}

/** Another user of the system; only root may be one. */
interface User {
  uid?: number;
  gid?: number;
}

/** A new folder that goes at the end of the scope. */
export async function folder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), "rage-room-"));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Starts the program and waits until it says where it listens. PORT is a free one, and it is day there, unless `env` says otherwise. */
export async function start(
  cwd: string,
  env: Record<string, string> = {},
  command: Command | Executable = "program",
): Promise<Program> {
  const child = spawn(cwd, { PORT: "0", TIMEZONE: NOON_ZONE, ...env }, command);
  let output = "";
  let logged = "";
  let more = Promise.withResolvers<void>();
  const read = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const bytes of stream) {
      const text = decoder.decode(bytes, { stream: true });
      output += text;
      if (stream === child.stdout) logged += text;
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
  const [, url = ""] = await printed(/open at (\S+)\/ /);
  const pid = command === "npm as PID 1" ? await childOf(child.pid) : child.pid;
  const send = (signal: Signal) => {
    if (child.exitCode === null && child.signalCode === null) process.kill(pid, signal);
  };
  const end: Program["end"] = async (signal) => {
    send(signal);
    await ended;
    return child.signalCode === null ? child.exitCode : null;
  };
  return {
    pid,
    url,
    wsUrl: `${url.replace("http", "ws")}/ws`,
    printed,
    output: () => output,
    logged: () => logged,
    signal: send,
    end,
    [Symbol.asyncDispose]: async () => {
      await end("SIGKILL");
    },
  };
}

/** Runs the program where it cannot start, to its end; as another user where one is given. One that starts is killed. */
export async function fail(cwd: string, env: Record<string, string>, as: User = {}) {
  const child = spawn(cwd, env, "program", as);
  const printed = async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const bytes of child.stdout) {
      text += decoder.decode(bytes, { stream: true });
      if (text.includes(" open at ")) child.kill("SIGKILL");
    }
    return text;
  };
  const [out, err, code] = await Promise.all([
    printed(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, out, err };
}

/** Nothing of our own environment leaks in. */
function spawn(
  cwd: string,
  env: Record<string, string>,
  command: Command | Executable = "program",
  as: User = {},
) {
  const alone = typeof command === "object";
  const { PATH = "", HOME = "" } = alone ? {} : process.env;
  // npm runs the program in the checkout.
  const place =
    !alone && NPM_COMMANDS.has(command)
      ? { DATABASE_URL: `sqlite:${join(cwd, "messages.db")}` }
      : {};
  return Bun.spawn(alone ? [command.file, "serve"] : COMMANDS[command], {
    cwd,
    env: { PATH, HOME, ...place, ...env },
    stdout: "pipe",
    stderr: "pipe",
    // Only what a test left behind is there so long.
    timeout: TEST_MS,
    killSignal: "SIGKILL",
    ...as,
  });
}

/** Linux only. */
async function childOf(pid: number): Promise<number> {
  return Number((await Bun.file(`/proc/${pid}/task/${pid}/children`).text()).trim());
}
