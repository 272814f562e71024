/** One bit of what is on the disk changes: what a room then makes of it. */
import { Database } from "bun:sqlite";
import { closeSync, cpSync, existsSync, openSync, readFileSync, writeSync } from "node:fs";
import { basename, join } from "node:path";
import type { MessageEvent } from "../../src/wire/message.ts";
import { newFolder, removeFolder } from "../cleanup.ts";
import { Client } from "../client.ts";
import { MAIN, NodeProcess } from "../node-process.ts";
import type { Random } from "../random.ts";
import type { Witness } from "../record.ts";

const SECTOR = 512;
const FILES = ["messages.db", "messages.db-wal"];
const BESIDE = ["messages.db.day", "messages.db.head"];
const MESSAGES_AIMED_AT = 30;
const ANSWERED_WITHIN_MS = 10_000;
const SAID = /is damaged|is not a SQLite database|cannot be used/;

type Known = Pick<MessageEvent, "user" | "text" | "timestamp" | "kind">;

/** What everyone held when the power went. */
export interface Held {
  messages: ReadonlyMap<number, Known>;
  epoch: string | undefined;
}

export interface Flipped {
  /** `refused`: it said what is wrong, and served nothing. */
  outcome: "refused" | "served";
  /** How many messages were left out, each named in the log. */
  named: number;
  /** How many were at the end of the log and are not, and the epoch says so. */
  told: number;
  wrong: string[];
}

export function heldBy(witnesses: readonly Witness[]): Held {
  const messages = new Map<number, Known>();
  for (const { runs } of witnesses) {
    for (const { events } of runs) {
      for (const event of events) if (event.type === "message") messages.set(event.seq, event);
    }
  }
  const last = witnesses.flatMap(({ runs }) => runs).toSorted((a, b) => a.end - b.end);
  return { messages, epoch: last.at(-1)?.epoch };
}

/** Copies the room in `from`, which nobody uses, changes a bit of the copy, and starts a node on it. */
export class Flip implements Disposable {
  readonly where: string;
  readonly #folder = newFolder();
  readonly #random: Random;

  readonly #held: Held;

  constructor(from: string, held: Held, random: Random) {
    this.#held = held;
    this.#random = random;
    for (const name of [...FILES, ...BESIDE]) {
      if (existsSync(join(from, name))) cpSync(join(from, name), join(this.#folder, name));
    }
    this.where = this.#flip();
  }

  async look(): Promise<Flipped> {
    const file = join(this.#folder, "messages.db");
    const node = new NodeProcess({
      name: "flipped",
      folder: this.#folder,
      databaseUrl: `sqlite:${file}`,
      dayKey: `${file}.day`,
      entry: MAIN,
    });
    try {
      await node.start();
    } catch (error) {
      const wrong = node.hasEnded && SAID.test(node.log()) ? [] : [String(error)];
      return { outcome: "refused", named: 0, told: 0, wrong };
    }
    const reader = new Client("reader", [`ws://127.0.0.1:${node.port}/ws`], this.#random);
    try {
      reader.say("everything before this has come");
      const started = performance.now();
      while (reader.unanswered > 0 && performance.now() - started < ANSWERED_WITHIN_MS) {
        await Bun.sleep(20);
      }
      return judged(reader.witness, this.#held, node.log());
    } finally {
      reader.leave();
      await node.kill();
    }
  }

  [Symbol.dispose](): void {
    removeFolder(this.#folder);
  }

  /** Gives the place: in half of the cases where the last messages are, else wherever something is. */
  #flip(): string {
    const [file = "", log = ""] = FILES.map((name) => join(this.#folder, name));
    const isAimed = this.#random.next() < 1 / 2;
    if (isAimed) writeBack(file);
    const chosen = !isAimed && existsSync(log) && this.#random.next() < 1 / 2 ? log : file;
    const bytes = readFileSync(chosen);
    const names = [...this.#held.messages.values()].slice(-MESSAGES_AIMED_AT);
    const sectors = Array.from({ length: Math.ceil(bytes.length / SECTOR) }, (_, at) => at).filter(
      (at) => {
        const sector = bytes.subarray(at * SECTOR, (at + 1) * SECTOR);
        if (isAimed) return names.some(({ user }) => sector.includes(user));
        return sector.some((byte) => byte !== 0);
      },
    );
    const offset = this.#random.pick(sectors) * SECTOR + this.#random.whole(0, SECTOR - 1);
    const bit = this.#random.whole(0, 7);
    const handle = openSync(chosen, "r+");
    writeSync(handle, Buffer.of((bytes[offset] ?? 0) ^ (1 << bit)), 0, 1, offset);
    closeSync(handle);
    return `bit ${bit} of byte ${offset} of ${basename(chosen)}`;
  }
}

/** What is in the write-ahead log hides what is in the file. */
function writeBack(file: string): void {
  const database = new Database(file);
  database.run("PRAGMA wal_checkpoint(TRUNCATE)");
  database.close(true);
}

/** `log`: what the node said. Pure. */
export function judged({ runs, acked }: Witness, held: Held, log: string): Flipped {
  const found: Flipped = { outcome: "served", named: 0, told: 0, wrong: [] };
  const [run] = runs;
  if (acked.size === 0) {
    // It serves nobody, or stores nothing: then it must say why.
    if (!/"level":(40|50|60)|damaged|malformed/.test(log)) found.wrong.push("nobody was answered");
    found.outcome = "refused";
  }
  if (!run) return found;
  const served = new Map(
    runs.flatMap(({ events }) =>
      events.flatMap((event) => (event.type === "message" ? [[event.seq, event] as const] : [])),
    ),
  );
  const oldest = Math.min(...served.keys());
  for (const [seq, message] of held.messages) {
    const event = served.get(seq);
    if (event && seq <= run.head) {
      if (faceOf(event) !== faceOf(message))
        found.wrong.push(`${seq} is served as another message`);
    } else if (seq > run.head) {
      if (run.epoch === held.epoch) found.wrong.push(`${seq} is lost, and the epoch is the same`);
      else found.told++;
    } else if (seq >= oldest) {
      if (isNamed(seq, log)) found.named++;
      else found.wrong.push(`${seq} is left out without a word`);
    }
  }
  return found;
}

/** As a row that is damaged, or as a place whose row is gone. */
function isNamed(seq: number, log: string): boolean {
  if (log.includes(`message ${seq} of`)) return true;
  const lost = [...log.matchAll(/has lost places? (\d+)(?: to (\d+))?/g)];
  return lost.some(([, first, last = first]) => Number(first) <= seq && seq <= Number(last));
}

function faceOf({ user, text, timestamp, kind }: Known): string {
  return JSON.stringify({ user, text, timestamp, kind });
}
