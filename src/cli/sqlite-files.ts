/** A SQLite database as files. */
import { closeSync, fstatSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { rm } from "node:fs/promises";
import { syncFolder } from "../store/erasure/key-file.ts";

const CHUNK_BYTES = 1024 * 1024;
/** What SQLite keeps beside a database. */
const BESIDE = ["-wal", "-shm", "-journal"];

/** With what SQLite keeps beside it. */
export async function removeDatabase(file: string): Promise<void> {
  await rm(file, { force: true });
  await removeBeside(file);
}

/** What would be taken for a part of whatever database gets this name. */
export async function removeBeside(file: string): Promise<void> {
  for (const end of BESIDE) await rm(`${file}${end}`, { force: true });
}

/** Moves `draft` to `file` at once, whatever happens in between, and overwrites what stood there. */
export function replaceFile(file: string, draft: string, isThere: boolean): void {
  const old = isThere ? openSync(file, "r+") : null;
  renameSync(draft, file);
  syncFolder(file);
  if (old === null) return;
  const zeros = Buffer.alloc(CHUNK_BYTES);
  const { size } = fstatSync(old);
  for (let at = 0; at < size; at += CHUNK_BYTES) {
    writeSync(old, zeros, 0, Math.min(CHUNK_BYTES, size - at), at);
  }
  fsyncSync(old);
  closeSync(old);
}
