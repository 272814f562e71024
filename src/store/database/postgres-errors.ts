import { SQL } from "bun";
import { UnusableDatabase } from "./database.ts";

const POOLER =
  "a pooler such as PgBouncer stands before it, and a node listens on sessions of its own. Name PostgreSQL itself in DATABASE_URL.";

/** What to do about an error, by its SQLSTATE (PostgreSQL, appendix A). */
const HINTS: Record<string, string> = {
  "42501":
    "Make this role the owner of the database (ALTER DATABASE … OWNER TO …), or let it make tables: GRANT CREATE, USAGE ON SCHEMA public TO ….",
  "3F000":
    "The role's search_path names no schema that exists: ALTER ROLE … SET search_path = public.",
  "28P01":
    "Check user and password in DATABASE_URL; in a password % @ : / # ? are written %25 %40 %3A %2F %23 %3F.",
  "3D000": "Make the database (CREATE DATABASE … OWNER …), or name another in DATABASE_URL.",
};
const TLS = /TLS|SSL|CERT|SIGNATURE|SIGNED|HOSTNAME/;
const TLS_HINT =
  "Give the certificate's authority by sslrootcert=FILE in DATABASE_URL, or choose another sslmode there (disable, prefer, require, verify-ca, verify-full).";

/** Whether a retry may help: there is no connection, or the server is starting or stopping. */
export function isPassing(error: Error): boolean {
  if (isPooler(error) || isTls(error)) return false;
  if (!(error instanceof SQL.PostgresError)) return true;
  return error.code !== "ERR_POSTGRES_SERVER_ERROR" || /^(57P|08|53)/.test(`${error.errno}`);
}

/** Turns an error of the server or of the connection into UnusableDatabase. Returns any other unchanged. */
export function unusableServer(host: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof UnusableDatabase) return error;
  if (isPooler(error))
    return new UnusableDatabase(`PostgreSQL at ${host} is not reached directly: ${POOLER}`);
  if (isTls(error))
    return new UnusableDatabase(`PostgreSQL at ${host}: TLS failed: ${error.message}. ${TLS_HINT}`);
  if (!(error instanceof SQL.PostgresError)) return error;
  const hint = HINTS[`${error.errno}`];
  return new UnusableDatabase(`PostgreSQL at ${host}: ${error.message}.${hint ? ` ${hint}` : ""}`);
}

/** Signs of a connection pooler: it refuses session settings, or mixes up prepared statements. */
function isPooler(error: Error): boolean {
  return /unsupported startup parameter|prepared statement ".*" (already exists|does not exist)|pgbouncer/i.test(
    error.message,
  );
}

function isTls(error: Error): boolean {
  return "code" in error && typeof error.code === "string" && TLS.test(error.code);
}
