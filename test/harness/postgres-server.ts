/** A real PostgreSQL server of one's own. */
import { chmod, cp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { createServerFiles, type ServerFiles } from "./postgres-files.ts";

const GUARD = join(import.meta.dir, "postgres-guard.sh");
/** Of this machine's own names, signed by nobody else, until 2126; it guards nothing. */
export const CERTIFICATE = join(import.meta.dir, "tls/certificate.pem");
const KEY = join(import.meta.dir, "tls/key.pem");
/** A standby says "read-only" besides. */
const READY = /database system is ready to accept (read-only )?connections/;

export interface PostgresServer extends AsyncDisposable {
  /** Of its `postgres` database, as superuser; the same after a restart. */
  readonly url: string;
  /** The folder of its data. */
  readonly data: string;
  /** Resolves once it accepts connections; after a kill it recovers first. */
  start(): Promise<void>;
  /** An orderly end that cuts every connection; the data stays. */
  stop(): Promise<void>;
  /** Only after an end: keeps a copy of the data, as a replica has it that receives nothing more. */
  copy(): Promise<void>;
  /** Only after an end: the copy takes over, on a timeline of its own. */
  failOver(): Promise<void>;
  /** kill -9, and every process of the server gone; the data stays as the crash left it. */
  kill(): Promise<void>;
}

interface Settings {
  durable: boolean;
  /** The folder in which its files go; the system's temporary one otherwise. */
  under?: string;
  /** The file in which what it says is kept; nowhere otherwise. */
  log?: string;
  /** Offers TLS, with the certificate of CERTIFICATE. */
  tls?: boolean;
  /** Of its superuser; a new one otherwise. */
  password?: string;
  /** Besides those it always has. */
  settings?: readonly string[];
  /** Puts data into its folder before the first start; otherwise it makes some. */
  fill?: (data: string) => Promise<void>;
  /** What each start from now on adds to the environment and to the settings. */
  added?: () => { env: Readonly<Record<string, string>>; settings: readonly string[] };
}

/**
 * Makes a server and starts it. It goes, at the latest, with the process that made it.
 * Without `durable` it leaves out fsync, which nothing short of a power cut can tell.
 */
export async function startPostgres(options: Settings): Promise<PostgresServer> {
  const { durable, under, log, tls = false, fill, added } = options;
  const { password = crypto.randomUUID() } = options;
  const files = await createServerFiles(password, under);
  const data = join(files.root, "data");
  if (fill) {
    await fill(data);
    await chmod(data, 0o700);
    await files.own();
  }
  const port = freePort();
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    `fsync=${durable ? "on" : "off"}`,
    ...(tls ? await settingsOfTls(files) : []),
    ...(options.settings ?? []),
  ];
  const args = ["-p", String(port), ...asArgs(settings)];

  let run: Promise<Run> | undefined;
  /** Of a start that is under way too: what is ready just then would be taken for what runs. */
  const end = async (signal: "INT" | "KILL") => {
    const ending = run;
    run = undefined;
    const running = await ending?.catch(() => undefined);
    await running?.end(signal);
  };
  const server: PostgresServer = {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    data,
    start: async () => {
      const { env = {}, settings: more = [] } = added?.() ?? {};
      const withEnv = { ...files.confined, env: { ...files.confined.env, ...env } };
      run ??= launch({ ...files, confined: withEnv }, [...args, ...asArgs(more)], log);
      const begun = run;
      await begun.catch((error: unknown) => {
        if (run === begun) run = undefined;
        throw error;
      });
    },
    stop: () => end("INT"),
    copy: () => cp(data, join(files.root, "copy"), { recursive: true }),
    failOver: async () => {
      await rm(data, { recursive: true });
      await rename(join(files.root, "copy"), data);
      await Bun.write(join(data, "recovery.signal"), "");
      await chmod(data, 0o700);
      await files.own();
      args.push("-c", "restore_command=false");
      await server.start();
    },
    kill: () => end("KILL"),
    [Symbol.asyncDispose]: async () => {
      await end("INT");
      await rm(files.root, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

function asArgs(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ["-c", setting]);
}

/** Its own copy of the key, as PostgreSQL reads no key that others might. */
async function settingsOfTls({ root, own }: ServerFiles): Promise<string[]> {
  const key = join(root, "key.pem");
  await Bun.write(key, Bun.file(KEY), { mode: 0o600 });
  const certificate = join(root, "certificate.pem");
  await Bun.write(certificate, Bun.file(CERTIFICATE));
  await own();
  return ["ssl=on", `ssl_key_file=${key}`, `ssl_cert_file=${certificate}`];
}

interface Run {
  end(signal: "INT" | "KILL"): Promise<void>;
}

async function launch(files: ServerFiles, args: string[], file?: string): Promise<Run> {
  const guard = Bun.spawn(["sh", "-c", await Bun.file(GUARD).text(), "sh", ...args], {
    ...files.confined,
    stdin: "pipe",
    stderr: "pipe",
    // Ctrl-C at the terminal must not reach the server before the tests that use it.
    detached: true,
  });
  guard.unref();
  const ready = Promise.withResolvers<void>();
  const log = file === undefined ? null : Bun.file(file).writer();
  let isReady = false;
  const gone = follow(guard.stderr, log, READY, () => {
    isReady = true;
    ready.resolve();
  });
  const failed = gone.then((log) => {
    // One that was ready and died is ended by whoever holds it, and the guard waits for that.
    if (isReady) return;
    // Its files stay, so the guard is told that this is no end of everything.
    guard.stdin.write("INT\n");
    throw new Error(`PostgreSQL ended before it was ready:\n${log}`);
  });
  await Promise.race([ready.promise, failed]);
  return {
    end: async (signal) => {
      guard.stdin.write(`${signal}\n`);
      await guard.stdin.end();
      await Promise.all([gone, guard.exited]);
    },
  };
}

/** Keeps what it reads to the end, calling `found` at `mark`; gives the last of it. */
async function follow(
  stream: ReadableStream<Uint8Array>,
  log: Bun.FileSink | null,
  mark: RegExp,
  found: () => void,
) {
  const decoder = new TextDecoder();
  let tail = "";
  for await (const bytes of stream) {
    log?.write(bytes);
    await log?.flush();
    tail = (tail + decoder.decode(bytes, { stream: true })).slice(-4_096);
    if (mark.test(tail)) found();
  }
  await log?.end();
  return tail;
}
