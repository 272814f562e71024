/** A small file that only its owner may read, and that is overwritten in place. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { whatInsteadOfFile } from "../ordinary-file.ts";
import { wipeable } from "./secret-bytes.ts";

const OWNER_ONLY = 0o600;

/** Null if the file is missing, or empty because of a crash just after it was created. */
export function readIfThere(file: string): Buffer | null {
  const handle = openIfThere(file);
  if (handle === null) return null;
  try {
    // Into one buffer, which the caller can wipe. readFileSync would keep another copy.
    const bytes = wipeable(fstatSync(handle).size);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes.length === 0 ? null : bytes;
  } finally {
    closeSync(handle);
  }
}

/** Throws where the file, or a new one in its folder, cannot be written. */
export function assertWritable(file: string): void {
  const wrong = whatInsteadOfFile(file);
  if (wrong !== null) throw new Error(`it is ${wrong}`);
  const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined;
  if (isThere) accessSync(file, constants.R_OK | constants.W_OK);
  else accessSync(dirname(file), constants.W_OK | constants.X_OK);
}

function openIfThere(file: string): number | null {
  try {
    return openSync(file, constants.O_RDONLY);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/**
 * Overwrites the old content in place, and syncs. A temporary file and a rename could leave a copy
 * of a key on the disk after a crash. One write much smaller than a sector is done completely or
 * not at all. A file system or disk that writes to new blocks keeps the old ones until it reuses them.
 */
export function overwrite(file: string, bytes: Buffer): void {
  const handle = openSync(file, constants.O_RDWR | constants.O_CREAT, OWNER_ONLY);
  try {
    fchmodSync(handle, OWNER_ONLY);
    writeSync(handle, bytes, 0, bytes.length, 0);
    ftruncateSync(handle, bytes.length);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(file);
}

/** Overwrites and removes a key that is there. */
export function destroyKey(file: string): void {
  const key = readIfThere(file);
  if (key === null) return;
  overwrite(file, key.fill(0));
  unlinkSync(file);
  syncFolder(file);
}

/** After it a change of the folder that holds `file` survives a power cut. */
export function syncFolder(file: string): void {
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
