import { SQL } from "bun";
import { type Database, type Report, toStandardError, UnusableDatabase } from "./database.ts";
import { isPassing, unusableServer } from "./postgres-errors.ts";
import { PostgresPool } from "./postgres-pool.ts";
import type { Sql } from "./sql.ts";

const POSTGRES_RETRY_MS = 500;
/** Of one node, and another on which it listens. */
const CONNECTIONS = 8;

/** If the server does not answer, tries again for `waitMs`. */
export async function openPostgres(url: string, waitMs: number, report: Report): Promise<Database> {
  const name = `rage-room ${crypto.randomUUID()}`;
  const channels: (() => Promise<void>)[] = [];
  const { host } = new URL(url);
  let listening = connectPostgres(url, name);
  const listenAnew = () => {
    const silent = listening;
    listening = connectPostgres(url, name);
    void Promise.all([silent.close({ timeout: 0 }), ...channels.map((listen) => listen())]);
  };
  const pool = new PostgresPool({
    connect: (ended) => connectPostgres(url, name, { ended }),
    size: CONNECTIONS,
    moved: listenAnew,
    report,
  });
  const close = async () => {
    await Promise.all([pool.close(), listening.close({ timeout: 0 })]);
  };
  const sql = pool.sql;
  try {
    await reachPostgres(sql, host, waitMs, report);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    dialect: "postgres",
    read: sql,
    transaction: (body) => pool.use((one) => one.begin(async (inside) => body(inside))),
    onOneConnection: (body) => pool.use(body),
    files: [],
    checkpointWal: async () => true,
    vacuum: async () => undefined,
    async listen(channel, ring, connected) {
      const listen = () => listenOn(() => listening, channel, ring, connected, report);
      channels.push(listen);
      await listen();
    },
    reconnect() {
      pool.drop();
      listenAnew();
    },
    async hasOtherNodes() {
      const others = await sql`SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
        AND application_name LIKE 'rage-room %' AND application_name <> ${name} LIMIT 1`;
      return others.length > 0;
    },
    explain: (error) => unusableServer(host, error),
    report,
    close,
  };
}

/**
 * One connection that cannot change anything, and that is not taken for a node's. Throws
 * UnusableDatabase if the server does not answer at once.
 */
export async function openPostgresToRead(url: string) {
  const sql = connectPostgres(url, "looks at rage-room", {
    connection: { default_transaction_read_only: "on" },
  });
  const { host } = new URL(url);
  const close = () => sql.close({ timeout: 0 });
  try {
    await reachPostgres(sql, host, 0, toStandardError);
  } catch (error) {
    await close();
    throw error;
  }
  return { read: sql, close, explain: (error: unknown) => unusableServer(host, error) };
}

/** Like libpq: uses TLS if the server offers it, unless the address says otherwise. */
function withTls(address: string): string {
  const url = new URL(address);
  const says = ["sslmode", "ssl", "tls"].some((name) => url.searchParams.has(name));
  if (!says) url.searchParams.set("sslmode", "prefer");
  return url.href;
}

/** In ms. A node that is stopped while it holds the room's lock blocks all other nodes. */
const BOUNDS = { statement_timeout: "10000", idle_in_transaction_session_timeout: "2000" };

/** Those that the address does not name itself. */
function boundsOf(address: string): Record<string, string> {
  const { searchParams } = new URL(address);
  return Object.fromEntries(Object.entries(BOUNDS).filter(([name]) => !searchParams.has(name)));
}

interface Connecting {
  connection?: Record<string, string>;
  /** Called for each connection that ends. */
  ended?: () => void;
}

/** `name` is unique for each node: it shows which connections are another node's. */
function connectPostgres(
  url: string,
  name: string,
  { connection = {}, ended = () => undefined }: Connecting = {},
): SQL {
  return new SQL(withTls(url), {
    max: 1,
    onclose: ended,
    connectionTimeout: 5,
    connection: {
      ...connection,
      application_name: name,
      synchronous_commit: "on",
      ...boundsOf(url),
      timezone: "UTC",
    },
  });
}

/** Tries until LISTEN succeeds. The driver repeats it on a new connection by itself, but not on a new pool. */
async function listenOn(
  current: () => SQL,
  channel: string,
  ring: (payload: string) => void,
  connected: () => void,
  report: Report,
): Promise<void> {
  const sql = current();
  for (let tries = 0; sql === current(); tries++) {
    try {
      await sql.listen(channel, ring, connected);
      return;
    } catch (error) {
      if (sql === current() && tries === 0) report(`PostgreSQL is not heard: ${error}`);
      await Bun.sleep(POSTGRES_RETRY_MS);
    }
  }
}

async function reachPostgres(
  sql: Sql,
  host: string,
  waitMs: number,
  report: Report,
): Promise<void> {
  const started = performance.now();
  for (let tries = 0; ; tries++) {
    try {
      await sql`SELECT 1`;
      return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (!isPassing(error)) throw unusableServer(host, error);
      if (performance.now() - started >= waitMs) {
        throw new UnusableDatabase(
          `PostgreSQL at ${host} did not answer${waitMs > 0 ? ` within ${waitMs / 1000} seconds` : ""}: ${error.message}`,
        );
      }
      if (tries === 0) report(`Waiting for PostgreSQL at ${host}: ${error.message}`);
      await Bun.sleep(POSTGRES_RETRY_MS);
    }
  }
}
