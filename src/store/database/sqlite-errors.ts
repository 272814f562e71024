import { SQLiteError } from "bun:sqlite";
import { UnusableDatabase } from "./database.ts";

const CANNOT_OPEN =
  "cannot be opened. Check that its folder exists and that this user may write there.";
const READ_ONLY =
  "is read-only for this user. Give this user the right to read and write the file, those beside it (-wal, -shm, .lock) and its folder.";

/** What is wrong, by the code of SQLite's or the system's error. */
const REASONS: Record<string, string> = {
  SQLITE_NOTADB: "is not a SQLite database. Move it away, or name another file in DATABASE_URL.",
  SQLITE_CORRUPT:
    "is damaged. Restore a backup (rage-room restore), or name another file in DATABASE_URL.",
  SQLITE_CANTOPEN: CANNOT_OPEN,
  ENOENT: CANNOT_OPEN,
  ENOTDIR: CANNOT_OPEN,
  EACCES: READ_ONLY,
  EPERM: READ_ONLY,
  EROFS: READ_ONLY,
  SQLITE_READONLY: READ_ONLY,
  SQLITE_FULL: "is on a full disk. Free some space.",
  ENOSPC: "is on a full disk. Free some space.",
  SQLITE_BUSY:
    "is locked by another program. A SQLite room is for one process; use PostgreSQL for several.",
};

/** Turns an error of SQLite or of the file system into UnusableDatabase. Returns any other unchanged. */
export function unusableFile(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error) || error instanceof UnusableDatabase) {
    return error;
  }
  const code = String(error.code);
  const reason = REASONS[code] ?? REASONS[code.split("_").slice(0, 2).join("_")] ?? unknown(error);
  if (reason === null) return error;
  return new UnusableDatabase(`The database file ${file} ${reason}`);
}

/** Null for an error that is neither SQLite's nor the system's. */
function unknown(error: Error): string | null {
  const why = `cannot be used: ${error.message}.`;
  if (error instanceof SQLiteError)
    return `${why} Restore a backup (rage-room restore), or name another file in DATABASE_URL.`;
  return "syscall" in error ? `${why} Name another file in DATABASE_URL.` : null;
}

/** Like `unusableFile`, for a file that could not be created because of its folder. */
export function uncreatedFile(file: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : "";
  const isFolders = code === "EACCES" || code === "EPERM" || code === "EROFS";
  return isFolders
    ? new UnusableDatabase(`The database file ${file} ${CANNOT_OPEN}`)
    : unusableFile(file, error);
}
