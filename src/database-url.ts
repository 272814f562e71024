/** DATABASE_URL. */
import { accessSync, constants, lstatSync, realpathSync } from "node:fs";

export type DatabaseUrl =
  | { dialect: "sqlite"; file: string }
  | { dialect: "postgres"; url: string };

export function sqlite(file: string): DatabaseUrl {
  return { dialect: "sqlite", file };
}

/** The key of the day: beside a SQLite file; for PostgreSQL in the folder of the start, by the database's name. */
export function keyFileOf(stored: DatabaseUrl): string | null {
  if (stored.dialect === "sqlite") return `${stored.file}.day`;
  return `./${decodeURIComponent(new URL(stored.url).pathname.slice(1)).replaceAll("/", "_") || "rage-room"}.day`;
}

/** Throws what is wrong with it, and never a piece of it: it may hold a password. */
export function databaseUrl(text: string): DatabaseUrl {
  const accepted =
    "is not accepted; use sqlite:///./messages.db, sqlite:PATH or postgres://user:password@host/name";
  if (/^postgres(ql)?:\/\//.test(text)) {
    assertEncoded(text);
    if (!URL.canParse(text)) throw new Error(accepted);
    assertOneHost(new URL(text));
    assertTls(new URL(text));
    return { dialect: "postgres", url: text };
  }
  // SQLAlchemy's form: three slashes and a relative path, four and an absolute one.
  const file = /^sqlite:\/\/\/(.+)$/.exec(text)?.[1] ?? /^sqlite:(?!\/\/)(.+)$/.exec(text)?.[1];
  if (file === undefined) throw new Error(accepted);
  if (file === ":memory:") throw new Error("must be a file, or the room would forget on a restart");
  if (file.includes("?")) throw new Error("takes no options after the path of a SQLite file");
  return sqlite(followed(file));
}

/** Where a symbolic link leads: SQLite opens none, and each name of a file would have a lock of its own. */
function followed(file: string): string {
  if (!isLink(file)) return file;
  try {
    return realpathSync(file);
  } catch {
    throw new Error("its path is a link that leads to no file; name the file itself");
  }
}

/** False too where the path cannot be looked at: opening it says why. */
function isLink(file: string): boolean {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

const SSL_MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];

/** A password that is cut in two would name a part of itself as the host. Nothing of it is repeated. */
function assertEncoded(text: string): void {
  const rest = text.slice(text.indexOf("//") + 2);
  const at = rest.lastIndexOf("@");
  const isCut = /[@/?#]/.test(rest.slice(0, Math.max(0, at)));
  if (!isCut && isDecodable(text)) return;
  throw new Error(
    "its user, password or name holds a character that must be percent-encoded: % as %25, @ as %40, : as %3A, / as %2F, # as %23, ? as %3F",
  );
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function assertOneHost({ hostname }: URL): void {
  if (hostname.includes(","))
    throw new Error("names several hosts; name the one that takes writes");
}

function assertTls({ searchParams }: URL): void {
  const mode = searchParams.get("sslmode");
  if (mode !== null && !SSL_MODES.includes(mode)) {
    throw new Error(`its sslmode is not known; use one of ${SSL_MODES.join(", ")}`);
  }
  const authority = searchParams.get("sslrootcert");
  if (authority !== null && !isReadable(authority)) {
    throw new Error("its sslrootcert names a file that cannot be read");
  }
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
