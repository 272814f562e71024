/** What a disk holds after a power cut, worked out from the journals that `disk.c` writes. */
import {
  chmodSync,
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { newFolder, removeFolder } from "../cleanup.ts";
import type { Random } from "../random.ts";
import { type Undo, undoOf } from "./journal.ts";

const SOURCE = join(import.meta.dir, "disk.c");
/** The fields of `struct state`. */
const FIELDS = ["operations", "cutAt", "syncs", "failAt"] as const;
const FIELD_BYTES = 8;

/** Of what was not synced when the power went: nothing is kept, or some sectors are. */
export type Kept = "nothing" | "some sectors";

export class Disk implements Disposable {
  /** What a process is given to write on this disk. */
  readonly env: Readonly<Record<string, string>>;
  readonly #folder: string;
  readonly #journals: string;
  readonly #random: Random;

  /** Of the files in `folder`. Throws where there is no C compiler. */
  constructor(folder: string, random: Random) {
    this.#folder = folder;
    this.#journals = newFolder();
    this.#random = random;
    // PostgreSQL does not run as root, and writes here too.
    chmodSync(this.#journals, 0o777);
    const library = join(this.#journals, "disk.so");
    const built = Bun.spawnSync(["cc", "-shared", "-fPIC", "-O2", "-o", library, SOURCE, "-ldl"]);
    if (!built.success) throw new Error(`disk.c is not built: ${built.stderr}`);
    writeFileSync(this.#state, Buffer.alloc(FIELDS.length * FIELD_BYTES));
    chmodSync(this.#state, 0o666);
    this.env = { LD_PRELOAD: library, DISK_FOLDER: `${folder}/`, DISK_JOURNAL: this.#journals };
  }

  /** The power goes `operations` from now: whoever would do that one, or a later one, is killed. */
  cutAfter(operations: number): void {
    this.#set("cutAt", this.#get("operations") + operations);
  }

  /** One sync fails with EIO, `syncs` from now. */
  failAfter(syncs: number): void {
    this.#set("failAt", this.#get("syncs") + syncs);
  }

  get isCut(): boolean {
    const at = this.#get("cutAt");
    return at > 0 && this.#get("operations") >= at;
  }

  get hasFailed(): boolean {
    const at = this.#get("failAt");
    return at > 0 && this.#get("syncs") >= at;
  }

  /** Only while nobody writes. Puts back what was not synced, and gives the power back. */
  restore(kept: Kept): void {
    const files = new Map(filesIn(this.#folder).map((file) => [`${statSync(file).ino}`, file]));
    for (const journal of readdirSync(this.#journals).filter((name) => /^\d+$/.test(name))) {
      const file = files.get(journal);
      const path = join(this.#journals, journal);
      if (file !== undefined) this.#undo(file, undoOf(readFileSync(path)), kept);
      rmSync(path);
      rmSync(`${path}.failed`, { force: true });
    }
    for (const field of ["cutAt", "failAt"] as const) this.#set(field, 0);
  }

  [Symbol.dispose](): void {
    removeFolder(this.#journals);
  }

  #undo(file: string, { sectors, size }: Undo, kept: Kept): void {
    const handle = openSync(file, "r+");
    try {
      const now = fstatSync(handle).size;
      const isKept = () => kept === "some sectors" && this.#random.next() < 1 / 2;
      for (const [offset, { old, isDirty }] of sectors) {
        // What was cut off is not in the file any more, so of that nothing new can be kept.
        if (isDirty && offset < now && isKept()) continue;
        writeSync(handle, old, 0, old.length, offset);
      }
      ftruncateSync(handle, size === null || isKept() ? now : size);
    } finally {
      closeSync(handle);
    }
  }

  get #state(): string {
    return join(this.#journals, "state");
  }

  #get(field: (typeof FIELDS)[number]): number {
    const bytes = Buffer.alloc(FIELD_BYTES);
    const handle = openSync(this.#state, "r");
    readSync(handle, bytes, 0, FIELD_BYTES, FIELDS.indexOf(field) * FIELD_BYTES);
    closeSync(handle);
    return Number(bytes.readBigUInt64LE());
  }

  #set(field: (typeof FIELDS)[number], value: number): void {
    const bytes = Buffer.alloc(FIELD_BYTES);
    bytes.writeBigUInt64LE(BigInt(value));
    const handle = openSync(this.#state, "r+");
    writeSync(handle, bytes, 0, FIELD_BYTES, FIELDS.indexOf(field) * FIELD_BYTES);
    closeSync(handle);
  }
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
