/** Looks through files and memory as somebody would who has the machine. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Canaries } from "./canaries.ts";

export interface Hit {
  where: string;
  form: string;
}

type Needles = Canaries["needles"];

/** Every file under the folder, whatever its name. */
export async function searchFiles(folder: string, needles: Needles): Promise<Hit[]> {
  const hits: Hit[] = [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await bytesOf(path);
    for (const form of formsIn(bytes, needles))
      hits.push({ where: path.slice(folder.length + 1), form });
  }
  return hits;
}

/** A file may go while it is looked for. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = Bun.file(path);
  return (await file.exists()) ? Buffer.from(await file.bytes()) : Buffer.alloc(0);
}

function formsIn(bytes: Buffer, needles: Needles): Set<string> {
  return new Set(needles.filter((needle) => bytes.includes(needle.bytes)).map(({ form }) => form));
}

/** What the process holds in memory that can be written, by the kind of its region. Linux only. */
export async function searchMemory(pid: number, needles: Needles): Promise<Hit[]> {
  const { openSync, readSync, closeSync } = await import("node:fs");
  const maps = await Bun.file(`/proc/${pid}/smaps`).text();
  const memory = openSync(`/proc/${pid}/mem`, "r");
  const hits: Hit[] = [];
  for (const found of maps.matchAll(REGION)) {
    const [, from = "", to = "", name = "", resident = ""] = found;
    if (resident === "0") continue;
    for (const form of formsIn(region(memory, from, to, readSync), needles)) {
      hits.push({ where: name === "" ? "anonymous" : name, form });
    }
  }
  closeSync(memory);
  return hits;
}

/** As in proc(5): an address range that can be written, its name, and how much of it is in memory. */
const REGION =
  /^([0-9a-f]+)-([0-9a-f]+) rw\S+ \S+ \S+ \S+[ \t]*(.*)\n(?:\w+:.*\n)*?Rss:\s+(\d+) kB$/gm;
const BLOCK = 1 << 20;

/** Pages that were never touched cannot be read: they are left out. */
function region(
  memory: number,
  from: string,
  to: string,
  readSync: typeof import("node:fs").readSync,
): Buffer {
  const blocks: Buffer[] = [];
  for (let at = BigInt(`0x${from}`); at < BigInt(`0x${to}`); at += BigInt(BLOCK)) {
    const left = Number(BigInt(`0x${to}`) - at);
    const block = Buffer.alloc(Math.min(BLOCK, left));
    try {
      blocks.push(block.subarray(0, readSync(memory, block, 0, block.length, at)));
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EIO")) throw error;
    }
  }
  return Buffer.concat(blocks);
}
