/** A small file that only its owner may read, and that appears whole or not at all. */
import { randomUUID } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

const OWNER_ONLY = 0o600;

export function readIfThere(file: string): string | null {
  return unless("ENOENT", () => readFileSync(file, "utf8"));
}

/**
 * Synced, and then what stood there before is overwritten where it lay. A file system or a disk
 * that writes elsewhere keeps the old blocks until it uses them again.
 */
export function replaceWiped(file: string, text: string): void {
  const draft = newDraft(file, text);
  const old = unless("ENOENT", () => openSync(file, "r+"));
  renameSync(draft, file);
  syncFolder(file);
  if (old === null) return;
  try {
    writeSync(old, Buffer.alloc(fstatSync(old).size), 0, undefined, 0);
    fsyncSync(old);
  } finally {
    closeSync(old);
  }
}

function newDraft(file: string, text: string): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, text, { mode: OWNER_ONLY, flag: "wx", flush: true });
  return draft;
}

function syncFolder(file: string): void {
  const folder = openSync(dirname(file), "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Null where the system answers with this code. */
function unless<Result>(code: string, act: () => Result): Result | null {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === code) return null;
    throw error;
  }
}
