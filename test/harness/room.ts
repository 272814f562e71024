/** A whole room, listening: the real program, with the clock and the cost of passwords in our hands. */
import { mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HashedPasswords } from "../../src/accounts/passwords.ts";
import { readConfig } from "../../src/config.ts";
import type { Pages } from "../../src/http/api.ts";
import { openPages } from "../../src/http/pages.ts";
import type { Logger } from "../../src/room/ports.ts";
import { type App, type Overrides, startApp } from "../../src/server.ts";
import { Account, Token } from "../../src/wire/http.ts";
import { NOON_ZONE } from "./noon-zone.ts";
import { freshDatabase } from "./postgres.ts";
import { useTemporaryFolder } from "./temporary.ts";

// Whoever opens such a room, also beside the tests, leaves nothing, however its process ends.
useTemporaryFolder();

/** An effort that costs a test nothing. */
export const LIGHT = { memoryCost: 8, timeCost: 1 };

export const STORES = ["sqlite", "postgres"] as const;
export type Store = (typeof STORES)[number];

export const ADMIN = { email: "admin@rageroom.com", password: "a password of the admin" };
const SECRET = "a secret of at least thirty-two bytes";

export interface TestRoom extends AsyncDisposable {
  readonly app: App;
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  readonly wsUrl: string;
  /** A call; `token` goes into `Authorization`, `body` leaves as JSON. */
  call(method: string, path: string, options?: CallOptions): Promise<Response>;
  /** Registers and signs in. */
  member(username: string): Promise<{ id: number; token: string; email: string; password: string }>;
  /** A token of the admin's. */
  admin(): Promise<string>;
  stop(): Promise<void>;
}

export interface CallOptions {
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RoomOptions extends Overrides {
  store?: Store;
  env?: Record<string, string>;
}

/** Every place a room may be stored, empty: its DATABASE_URL, and what removes it. */
export async function emptyStore(
  store: Store,
): Promise<{ url: string; remove: () => Promise<void> }> {
  if (store === "postgres") {
    const { url, drop } = await freshDatabase();
    const remove = async () => {
      await drop();
      await rm(keysOf(url), { recursive: true, force: true });
    };
    return { url, remove };
  }
  const folder = await mkdtemp(join(tmpdir(), "rage-room-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  return { url: `sqlite:${join(folder, "messages.db")}`, remove };
}

/** Of a PostgreSQL room, for all its nodes; it goes with the database. */
const keysOf = (url: string) => join(tmpdir(), `rage-room-keys-${new URL(url).pathname.slice(1)}`);

/** The environment of a room that is stored there. */
export function storedAt(url: string, dayKey?: string) {
  if (dayKey !== undefined) return { DATABASE_URL: url, DAY_KEY_FILE: dayKey };
  if (!url.startsWith("postgres")) return { DATABASE_URL: url };
  mkdirSync(keysOf(url), { recursive: true });
  return { DATABASE_URL: url, DAY_KEY_FILE: join(keysOf(url), "room.day") };
}

/** The run's, which it bundles once for all; a test file that is run by hand bundles its own. */
let pages: Promise<Pages> | undefined;

async function started(url: string, env: Record<string, string>, overrides: Overrides) {
  const config = readConfig({
    ...storedAt(url, env["DAY_KEY_FILE"]),
    SECRET_KEY: SECRET,
    ADMIN_PASSWORD: ADMIN.password,
    PORT: "0",
    // A clock of the test's own has its midnight where the test says.
    TIMEZONE: overrides.clock ? "Europe/Berlin" : NOON_ZONE,
    LOG_LEVEL: "silent",
    ...env,
  });
  pages ??= openPages(process.env["TEST_PAGES"] ?? null);
  const passwords = new HashedPasswords(LIGHT);
  return startApp(config, { passwords, pages, ...overrides });
}

/** Opens a room on a free port, with an admin. `env` goes over the defaults, DATABASE_URL included. */
export async function openRoom({ store = "sqlite", env = {}, ...overrides }: RoomOptions = {}) {
  const place = env["DATABASE_URL"] === undefined ? await emptyStore(store) : null;
  const app = await started(env["DATABASE_URL"] ?? place?.url ?? "", env, overrides).catch(
    async (error: unknown) => {
      await place?.remove();
      throw error;
    },
  );
  const url = app.url.href.replace(/\/$/, "");
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= app.stop().then(() => place?.remove());
    return stopped;
  };
  const call: TestRoom["call"] = (method, path, { token, body, headers } = {}) =>
    fetch(url + path, {
      method,
      headers: {
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const signIn = async (email: string, password: string) => {
    const response = await call("POST", "/api/auth/login", { body: { email, password } });
    return Token.parse(await response.json()).access_token;
  };
  const room: TestRoom = {
    app,
    url,
    wsUrl: `${url.replace("http", "ws")}/ws`,
    call,
    async member(username) {
      const body = {
        email: `${username}@example.com`,
        username,
        password: `password of ${username}`,
      };
      const response = await call("POST", "/api/auth/register", { body });
      const { id } = Account.parse(await response.json());
      return { ...body, id, token: await signIn(body.email, body.password) };
    },
    admin: () => signIn(ADMIN.email, ADMIN.password),
    stop,
    [Symbol.asyncDispose]: stop,
  };
  return room;
}

export interface LogLine {
  level: string;
  fields: object;
  sentence: string;
}

/** A logger that keeps what it is told, to be looked at. */
export function keptLog(): { logger: Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: string) => (fields: object, sentence: string) => {
    lines.push({ level, fields, sentence });
  };
  const logger = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
  return { logger, lines };
}
