/** A database of its own for every suite, on one server for the run. */
import { SQL } from "bun";
import { startPostgres } from "./postgres-server.ts";

export interface Database {
  readonly url: string;
  /** Cuts whoever is still connected. */
  drop(): Promise<void>;
}

/**
 * New, and empty but for what the database of `like` holds, which nobody may be connected to. The
 * server is the run's; a test file run by hand starts its own.
 */
export async function freshDatabase(like?: string): Promise<Database> {
  const url = new URL(await server());
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const command = async (statement: string) => {
    await using sql = new SQL(url.href, { max: 1 });
    await sql.unsafe(statement);
  };
  const template = like === undefined ? "" : ` TEMPLATE ${new URL(like).pathname.slice(1)}`;
  await command(`CREATE DATABASE ${name}${template}`);
  const database = new URL(url);
  database.pathname = name;
  return {
    url: withLongBounds(database.href),
    drop: () => command(`DROP DATABASE ${name} WITH (FORCE)`),
  };
}

/** For a room that is not to give up a statement because the machine is busy with other tests. */
export function withLongBounds(address: string): string {
  const url = new URL(address);
  url.searchParams.set("statement_timeout", "300000");
  url.searchParams.set("idle_in_transaction_session_timeout", "300000");
  return url.href;
}

let own: Promise<string> | undefined;

function server(): Promise<string> {
  const { TEST_POSTGRES_URL } = process.env;
  if (TEST_POSTGRES_URL !== undefined) return Promise.resolve(TEST_POSTGRES_URL);
  own ??= startPostgres({ durable: false }).then((started) => started.url);
  return own;
}
