/** Looks through files and memory as somebody would who has the machine. */
import { type FileHandle, open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Needle } from "./canaries.ts";

export interface Hit {
  where: string;
  form: string;
  /** How often it stands there. */
  times: number;
}

type Needles = readonly Needle[];

/** Every file under the folder, whatever its name. */
export async function searchFiles(folder: string, patterns: Needles): Promise<Hit[]> {
  const hits: Hit[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await bytesOf(path);
    hits.push(...found(bytes, patterns, path.slice(folder.length + 1)));
  }
  return hits;
}

/** A file may go while it is looked for. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = Bun.file(path);
  return (await file.exists()) ? Buffer.from(await file.bytes()) : Buffer.alloc(0);
}

function found(bytes: Buffer, patterns: Needles, where: string): Hit[] {
  const times = new Map<string, number>();
  for (const needle of patterns) {
    const count = timesIn(bytes, needle.bytes);
    if (count > 0) times.set(needle.form, (times.get(needle.form) ?? 0) + count);
  }
  return [...times].map(([form, count]) => ({ where, form, times: count }));
}

function timesIn(bytes: Buffer, needle: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(needle); at >= 0; at = bytes.indexOf(needle, at + needle.length))
    count++;
  return count;
}

/** What the process holds in memory that can be written, by the kind of its region. Linux only. */
export async function searchMemory(pid: number, patterns: Needles): Promise<Hit[]> {
  const maps = await Bun.file(`/proc/${pid}/maps`).text();
  await using memory = await open(`/proc/${pid}/mem`);
  await using pages = await open(`/proc/${pid}/pagemap`);
  const hits = new Map<string, Hit>();
  for (const [, from = "", to = "", name = ""] of maps.matchAll(REGION)) {
    const where = name === "" ? "anonymous" : name;
    for await (const bytes of resident(memory, pages, parseInt(from, 16), parseInt(to, 16))) {
      for (const hit of found(bytes, patterns, where)) {
        const before = hits.get(`${where} ${hit.form}`)?.times ?? 0;
        hits.set(`${where} ${hit.form}`, { ...hit, times: before + hit.times });
      }
    }
  }
  return [...hits.values()];
}

/** As in proc(5): an address range that can be written, and its name. */
const REGION = /^([0-9a-f]+)-([0-9a-f]+) rw\S+ \S+ \S+ \S+[ \t]*(.*)$/gm;
const PAGE = 4_096;
/** Of an entry of pagemap, eight bytes a page. */
const ENTRY = 8;
const PRESENT = 0x80;
const MOST_PAGES = 1 << 16;

/** Runs of pages that are there: most of what is mapped was never touched. */
async function* resident(memory: FileHandle, pages: FileHandle, from: number, to: number) {
  const last = to / PAGE;
  for (let page = from / PAGE; page < last; page += MOST_PAGES) {
    const entries = Buffer.alloc(Math.min(MOST_PAGES, last - page) * ENTRY);
    await pages.read(entries, 0, entries.length, page * ENTRY);
    const isThere = (at: number) => ((entries[at * ENTRY + ENTRY - 1] ?? 0) & PRESENT) !== 0;
    for (let at = 0; at < entries.length / ENTRY; at++) {
      if (!isThere(at)) continue;
      const first = at;
      while (isThere(at + 1)) at++;
      const bytes = Buffer.alloc((at + 1 - first) * PAGE);
      const { bytesRead } = await memory.read(bytes, 0, bytes.length, (page + first) * PAGE);
      yield bytes.subarray(0, bytesRead);
    }
  }
}
