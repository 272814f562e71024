/** Looks for bytes in files, as somebody would who has the disk. */
import { open } from "node:fs/promises";

const CHUNK_BYTES = 256 * 1024;

/** How many of the needles stand in the file; none in one that is not there. Yields after every chunk. */
export async function countIn(file: string, needles: readonly Buffer[]): Promise<number> {
  if (!(await Bun.file(file).exists())) return 0;
  const overlap = Math.max(0, ...needles.map(({ length }) => length - 1));
  const found = new Set<Buffer>();
  await using handle = await open(file);
  const chunk = Buffer.alloc(overlap + CHUNK_BYTES);
  let kept = 0;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, kept, CHUNK_BYTES);
    if (bytesRead === 0) return found.size;
    const filled = chunk.subarray(0, kept + bytesRead);
    for (const needle of needles) if (filled.includes(needle)) found.add(needle);
    kept = Math.min(overlap, filled.length);
    chunk.copyWithin(0, filled.length - kept, filled.length);
  }
}
