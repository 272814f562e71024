/** Searches files for byte patterns, as somebody with the disk would. */
import { type FileHandle, open, readdir } from "node:fs/promises";
import { join } from "node:path";

const CHUNK_BYTES = 256 * 1024;

/** How many of the patterns are in the file. Lets other work run after every chunk. */
export async function countMatches(file: FileHandle, patterns: readonly Buffer[]): Promise<number> {
  const overlap = Math.max(0, ...patterns.map(({ length }) => length - 1));
  const found = new Set<Buffer>();
  const chunk = Buffer.alloc(overlap + CHUNK_BYTES);
  let kept = 0;
  for (let at = 0; ; ) {
    const { bytesRead } = await file.read(chunk, kept, CHUNK_BYTES, at);
    if (bytesRead === 0) return found.size;
    at += bytesRead;
    const filled = chunk.subarray(0, kept + bytesRead);
    for (const needle of patterns) if (filled.includes(needle)) found.add(needle);
    kept = Math.min(overlap, filled.length);
    chunk.copyWithin(0, filled.length - kept, filled.length);
  }
}

/**
 * `countMatches` of each file in the folder, as one sum. PostgreSQL renames and removes segments of
 * its log meanwhile: a file that is no longer where it was listed makes us list again, and by its
 * inode each is searched once, whatever it is called by then.
 */
export async function countInFolder(folder: string, patterns: readonly Buffer[]): Promise<number> {
  const searched = new Set<number>();
  let found = 0;
  for (let isWhole = false; !isWhole; ) {
    isWhole = true;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (!entry.isFile()) continue;
      await using file = await openIfThere(join(folder, entry.name));
      if (file === null) {
        isWhole = false;
        continue;
      }
      const { ino } = await file.stat();
      if (searched.has(ino)) continue;
      searched.add(ino);
      found += await countMatches(file, patterns);
    }
  }
  return found;
}

function openIfThere(path: string): Promise<FileHandle | null> {
  return open(path).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  });
}
