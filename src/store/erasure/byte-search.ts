/** Searches a file for byte patterns, as somebody with the disk would. */
import type { FileHandle } from "node:fs/promises";

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
