/** A standby of a PostgreSQL server, which is sent all that the server writes. */
import { cp, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { SQL } from "bun";
import { z } from "zod";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";

/** By which the server knows it, for `synchronous_standby_names`. */
export const STANDBY = "standby";
/** For a server that gets a standby: how much it keeps for one that has not read it yet. */
export const KEEPING = ["wal_keep_size=256MB"];

const Ended = z.object({ labelfile: z.string() });

/** Starts with all that the server has. `port`: where it asks for more, the server's own otherwise. */
export async function startStandby(
  of: PostgresServer,
  { durable, port }: { durable: boolean; port?: number },
): Promise<PostgresServer> {
  const url = new URL(of.url);
  const asks = `host=127.0.0.1 port=${port ?? url.port} user=postgres password=${url.password}`;
  return startPostgres({
    durable,
    password: url.password,
    settings: [...KEEPING, `primary_conninfo=${asks} application_name=${STANDBY}`],
    fill: (data) => copyWhileItRuns(of, data),
  });
}

/** It takes writes from now on, on a timeline of its own. */
export async function promote({ url }: PostgresServer): Promise<void> {
  await using sql = new SQL(url, { max: 1 });
  await sql`SELECT pg_promote()`;
}

/** Resolves once the standby has everything that the server has now. */
export async function caughtUp(server: PostgresServer): Promise<void> {
  await using sql = new SQL(server.url, { max: 1 });
  const [now] = await sql`SELECT pg_current_wal_lsn()::text AS lsn`;
  for (;;) {
    const found = await sql`SELECT 1 FROM pg_stat_replication
      WHERE application_name = ${STANDBY} AND replay_lsn >= ${now.lsn}::pg_lsn`;
    if (found.length > 0) return;
  }
}

/** As pg_basebackup, which the package of PostgreSQL does not have. */
async function copyWhileItRuns(of: PostgresServer, to: string): Promise<void> {
  await using sql = new SQL(of.url, { max: 1 });
  await sql`SELECT pg_backup_start(${STANDBY}, true)`;
  await cp(of.data, to, { recursive: true, filter: (path) => isCopied(of.data, path) });
  const [ended] = await sql`SELECT labelfile FROM pg_backup_stop(false)`;
  await Bun.write(join(to, "backup_label"), Ended.parse(ended).labelfile);
  await mkdir(join(to, "pg_wal"));
  await mkdir(join(to, "pg_replslot"), { recursive: true });
  await rm(join(to, "postgresql.auto.conf"), { force: true });
  await Bun.write(join(to, "standby.signal"), "");
}

/** Not its own log, which the standby is sent, nor what belongs to the process that runs. */
function isCopied(data: string, path: string): boolean {
  const name = basename(path);
  const isTop = dirname(path) === data;
  return !(isTop && (name === "pg_wal" || name.startsWith("postmaster.")));
}
