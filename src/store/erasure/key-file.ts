/** A small file that only its owner may read, and whose bytes are wiped where they lay. */
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
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

const OWNER_ONLY = 0o600;

/** Null where there is none, or an empty one: a crash came between its making and its first bytes. */
export function readIfThere(file: string): Buffer | null {
  const handle = openIfThere(file);
  if (handle === null) return null;
  try {
    // Straight into one buffer, which the caller can wipe: readFileSync keeps a copy of its own.
    const bytes = Buffer.alloc(fstatSync(handle).size);
    readSync(handle, bytes, 0, bytes.length, 0);
    return bytes.length === 0 ? null : bytes;
  } finally {
    closeSync(handle);
  }
}

/** Throws the system's error where the file, or a new one in its folder, cannot be written. */
export function assertWritable(file: string): void {
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
 * Over what stood there, in place and synced. A draft and a rename would leave a copy of either
 * key on the disk after a crash between the two. One write of far less than a sector is whole or
 * not done. A file system or a disk that writes elsewhere keeps the old blocks until it uses them again.
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

function syncFolder(file: string): void {
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
