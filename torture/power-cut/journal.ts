/** Reads the journal of one file, as `disk.c` writes it. Pure. */

const SECTOR = 512;
/** The kernel writes whole pages. */
const PAGE = 4_096;
/** `struct entry`: kind, offset, length of what was there, size of the file; 64 bits each. */
const HEAD_BYTES = 32;
const [WRITE, SYNCED, FAILED] = [1, 2, 3];

export interface Undo {
  /** What the disk holds by offset, where that is not what the file holds. */
  sectors: Map<number, { old: Buffer; isDirty: boolean }>;
  /** Null where it is the file's. */
  size: number | null;
}

export function undoOf(journal: Buffer): Undo {
  const sectors: Undo["sectors"] = new Map();
  const dirtyPages = new Set<number>();
  let size: number | null = null;
  const field = (at: number, index: number) => Number(journal.readBigUInt64LE(at + index * 8));
  for (let at = 0; at + HEAD_BYTES <= journal.length; ) {
    const [kind, offset, length, sizeBefore] = [0, 1, 2, 3].map((index) => field(at, index));
    if (offset === undefined || length === undefined || sizeBefore === undefined) break;
    const end = at + HEAD_BYTES + length;
    // The process was killed before it changed the file.
    if (end > journal.length) break;
    switch (kind) {
      case WRITE:
        size ??= sizeBefore;
        for (let from = 0; from < length; from += SECTOR) {
          const start = at + HEAD_BYTES + from;
          const old = journal.subarray(start, start + SECTOR);
          const known = sectors.get(offset + from);
          sectors.set(offset + from, { old: known?.old ?? old, isDirty: true });
          dirtyPages.add(pageOf(offset + from));
        }
        break;
      case SYNCED:
        size = null;
        for (const sector of sectors.keys()) {
          if (dirtyPages.has(pageOf(sector))) sectors.delete(sector);
        }
        dirtyPages.clear();
        break;
      case FAILED:
        for (const sector of sectors.values()) sector.isDirty = false;
        dirtyPages.clear();
        break;
      default:
        throw new Error(`A journal is damaged at ${at}.`);
    }
    at = end;
  }
  return { sectors, size };
}

const pageOf = (offset: number) => Math.floor(offset / PAGE);
