import { setImmediate } from "node:timers/promises";

/** What a day leaves behind is mostly strings, from a word to a page of the history. */
const SMALLEST = 32;
const LARGEST = 1 << 20;
/** An allocator rounds sizes up to its own steps, some eight to each power of two: none is passed over. */
const STEP = 1.09;
const BYTES_EACH = 1 << 19;

/**
 * Memory that is let go keeps what it held until it is used again: so it is used again. Of the
 * calling thread, and of what it has freed, most; not all. Others get their turn in between.
 */
export async function overwriteFreedMemory(): Promise<void> {
  Bun.gc(true);
  const blanks: string[] = [];
  for (let size = SMALLEST; size <= LARGEST; size = Math.ceil(size * STEP)) {
    const blank = Buffer.alloc(size, " ");
    for (let bytes = 0; bytes < BYTES_EACH; bytes += size) blanks.push(blank.toString("latin1"));
    await setImmediate();
  }
}
