/**
 * What this program last knew of the log, in a small file beside the database. A database that is
 * put back does not bring it back.
 */
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from "node:fs";
import { z } from "zod";
import { systemClock } from "../../process/clock.ts";
import { UnusableDatabase } from "../database/database.ts";
import { syncFolder } from "../erasure/key-file.ts";

const OWNER_ONLY = 0o600;
/** Each write has this length, so that none leaves an end of another. */
const BYTES = 256;
/** By so much the system's time of a write may be later than the time that is written. */
const WRITE_MS = 2_000;
const BOOT_ID = "/proc/sys/kernel/random/boot_id";

const Known = z.object({
  epoch: z.string(),
  /** The highest `seq` that this program knew to be stored. */
  head: z.int(),
  /** That of the event there; empty where it has none, or an older version wrote. */
  link: z.string().default(""),
  /** Names the run of the machine. */
  boot: z.string(),
  /** Whether the program ended in order. */
  isClosed: z.boolean(),
  at: z.int(),
  /** The last epochs that this program followed before. */
  left: z.array(z.string()).default([]),
});

export type FollowedLog = Pick<z.infer<typeof Known>, "epoch" | "head" | "link" | "left">;

export interface KnownLog extends FollowedLog {
  /** Nothing that this program stored can be lost, unless the database is another one. */
  isCertain: boolean;
}

/**
 * It is written after each commit and synced only at a start and at an end. A crash of the program
 * leaves it as it was written last, and after a crash of the machine it does not count.
 */
export class HeadFile {
  readonly #file: string;
  readonly #handle: number;
  readonly #boot = bootId();
  readonly #bytes = Buffer.alloc(BYTES);

  /** Throws UnusableDatabase. */
  constructor(file: string) {
    this.#file = file;
    try {
      this.#handle = openSync(file, constants.O_RDWR | constants.O_CREAT, OWNER_ONLY);
    } catch (error) {
      const why = error instanceof Error ? error.message : "";
      throw new UnusableDatabase(
        `The file ${file} cannot be read and written (${why}). Give it to the user that runs the room.`,
      );
    }
  }

  /** Null if nothing is known. */
  read(): KnownLog | null {
    const known = parse(readFileSync(this.#handle, "utf8"));
    if (known === null) return null;
    const { epoch, head, link, left, boot, isClosed, at } = known;
    // Nobody can set this time of the file: so it tells a copy that was put back from the original.
    const isOriginal = fstatSync(this.#handle).ctimeMs <= at + WRITE_MS;
    return { epoch, head, link, left, isCertain: isOriginal && (isClosed || boot === this.#boot) };
  }

  write(log: FollowedLog): void {
    this.#write(log, false);
  }

  /** Writes and syncs. */
  begin(log: FollowedLog): void {
    this.#write(log, false);
    fsyncSync(this.#handle);
    syncFolder(this.#file);
  }

  /** Only after everything is stored. */
  close(log: FollowedLog): void {
    // Whoever removed it, or the folder, wants no new one.
    if (statSync(this.#file, { throwIfNoEntry: false })) {
      this.#write(log, true);
      fsyncSync(this.#handle);
    }
    closeSync(this.#handle);
  }

  #write(log: FollowedLog, isClosed: boolean): void {
    const known = { ...log, boot: this.#boot, isClosed, at: systemClock.now() };
    this.#bytes.fill(" ");
    this.#bytes.write(JSON.stringify(known satisfies z.infer<typeof Known>));
    writeSync(this.#handle, this.#bytes, 0, BYTES, 0);
  }
}

function parse(text: string): z.infer<typeof Known> | null {
  try {
    return Known.parse(JSON.parse(text));
  } catch {
    // Empty, or cut off by a crash: then nothing is known.
    return null;
  }
}

/** Where the system has none, no two runs of the program are taken for the same run of the machine. */
function bootId(): string {
  try {
    return readFileSync(BOOT_ID, "utf8").trim();
  } catch {
    return crypto.randomUUID();
  }
}
