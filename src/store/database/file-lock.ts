/** Lets only one process use a SQLite file, and only its owner read it. */
import { Database as File, SQLiteError } from "bun:sqlite";
import { accessSync, chmodSync, closeSync, constants, openSync, statSync } from "node:fs";
import { whatInsteadOfFile } from "../ordinary-file.ts";
import { UnusableDatabase } from "./database.ts";
import { uncreatedFile, unusableFile } from "./sqlite-errors.ts";

const OWNER_ONLY = 0o600;
const FOR_OTHERS = 0o077;

/**
 * Claims the file for this process until `release`. The claim is an open transaction on a second
 * file. The kernel ends it with the process, so a crash leaves no claim behind. Throws
 * UnusableDatabase if another process, or another room in this process, has the claim.
 */
export function claimFile(file: string): Claim {
  makePrivate(file);
  assertOneName(file);
  return claimPlace(file);
}

export interface Claim {
  release(): void;
}

/** As `claimFile`, whether the file is there or not. */
export function claimPlace(file: string): Claim {
  const lock = `${file}.lock`;
  try {
    createPrivate(lock);
    const claim = new File(lock);
    try {
      claim.run("BEGIN EXCLUSIVE");
    } catch (error) {
      claim.close();
      throw error;
    }
    return { release: () => claim.close() };
  } catch (error) {
    if (error instanceof SQLiteError && error.code === "SQLITE_BUSY") {
      throw new UnusableDatabase(
        `The database file ${file} is open in another process. A SQLite room is for one process: stop the other (rage-room doctor shows what has the file open), name another file in DATABASE_URL, or use PostgreSQL for several.`,
      );
    }
    throw unusableFile(file, error);
  }
}

/**
 * Creates the file if it is missing, and makes it and SQLite's other files readable for their owner
 * only. It opens no existing file: closing one would release SQLite's own locks (fcntl(2)).
 */
export function makePrivate(file: string): void {
  try {
    for (const end of ["", "-wal", "-shm", "-journal", ".lock", ".key", ".day", ".head"]) {
      assertOrdinary(`${file}${end}`);
      tighten(`${file}${end}`);
    }
    createPrivate(file);
    accessSync(file, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw unusableFile(file, error);
  }
}

/** Tried before it is looked at: another process may create the file in between. */
function createPrivate(file: string): void {
  const { O_CREAT, O_EXCL, O_RDWR } = constants;
  try {
    closeSync(openSync(file, O_CREAT | O_EXCL | O_RDWR, OWNER_ONLY));
  } catch (error) {
    if (statSync(file, { throwIfNoEntry: false }) === undefined) throw uncreatedFile(file, error);
  }
}

function assertOrdinary(file: string): void {
  const wrong = whatInsteadOfFile(file);
  if (wrong === null) return;
  throw new UnusableDatabase(
    `The file ${file} cannot be opened. It is ${wrong}. Move it away, or name another place in DATABASE_URL.`,
  );
}

/** The lock lies beside a name: under another name of the same file a second process would find none. */
function assertOneName(file: string): void {
  if (statSync(file).nlink <= 1) return;
  throw new UnusableDatabase(
    `The database file ${file} has a second name (a hard link), under which another process could open it too; that would damage it. Remove the other name, or make a real copy.`,
  );
}

function tighten(file: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || stats.uid !== process.getuid?.()) return;
  if ((stats.mode & FOR_OTHERS) === 0) return;
  try {
    chmodSync(file, stats.mode & ~FOR_OTHERS & 0o777);
  } catch (error) {
    // SQLite deletes its files when the last connection closes.
    if (statSync(file, { throwIfNoEntry: false }) !== undefined) throw error;
  }
}
