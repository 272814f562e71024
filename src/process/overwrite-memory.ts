import { setImmediate } from "node:timers/promises";

/** What a day leaves behind is from a few bytes, as of a key, to a page of the history. */
const LARGEST = 1 << 20;
const SMALLEST = 4;
/** An allocator rounds sizes up to its own steps, some eight to each power of two: none is passed over. */
const STEP = 1.09;
const WORD = 4;
const BYTES_EACH = 1 << 18;
/** What something on the stack still pointed to when the first began is let go by the second. */
const PASSES = 2;

/**
 * Memory that is let go keeps what it held until it is used again: so it is used again. Of the
 * calling thread, and of what it has freed, most; not all. Others get their turn in between.
 */
export async function overwriteFreedMemory(): Promise<void> {
  for (let pass = 0; pass < PASSES; pass++) await overwriteOnce();
}

async function overwriteOnce(): Promise<void> {
  await setImmediate();
  Bun.gc(true);
  const blanks: (string | Uint8Array)[] = [];
  // The largest first: what is a little smaller would take its place, and leave the end of it.
  for (let size = LARGEST; size >= SMALLEST; size = WORD * Math.floor(size / STEP / WORD)) {
    const blank = Buffer.alloc(size, " ");
    for (let bytes = 0; bytes < BYTES_EACH; bytes += size) {
      blanks.push(blank.toString("latin1"), new Uint8Array(size));
    }
    await setImmediate();
  }
}
