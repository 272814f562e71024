/** Days in the room, each ended by a midnight, and what is left of them. */
import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SQL } from "bun";
import { nextMidnight } from "../../src/room/day.ts";
import { keyFrom } from "../../src/store/erasure/day-key.ts";
import { Receipts } from "../../src/wire/http.ts";
import { withLongBounds } from "../harness/postgres.ts";
import { type PostgresServer, startPostgres } from "../harness/postgres-server.ts";
import type { Store } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { type Canaries, keyNeedles, newCanaries } from "./canaries.ts";
import { RoomProcess } from "./room-process.ts";
import { type Hit, searchFiles, searchMemory } from "./search.ts";

const ROOT = join(import.meta.dir, "../..");
const ZONE = "Europe/Berlin";
const BEGIN = Date.parse("2026-03-01T12:00:00Z");
export const SENDERS = 4;
const LOOKS = 2_000;
const LOOKS_EACH_TIME = 25;

export interface Plan {
  store: Store;
  /** The program; this one unless another is named. */
  root?: string;
  /** Without the day's key, texts are stored in the clear. */
  inTheClear?: boolean;
}

/** What makes the database refuse every message, and what ends that. */
const REFUSE = {
  sqlite: [
    "CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(ABORT, 'full'); END",
    "DROP TRIGGER full",
  ],
  postgres: [
    'ALTER TABLE messages ADD CONSTRAINT "full" CHECK (id < 0) NOT VALID',
    'ALTER TABLE messages DROP CONSTRAINT "full"',
  ],
} as const;

type ReceiptBody = (typeof Receipts)["_output"]["receipts"][number];

export interface Morning {
  /** Of the texts, and of the key they were sealed with. */
  after: Hit[];
  receipt: ReceiptBody;
  /** Ends of a day in the log, which holds the new day alone. */
  ends: number;
}

export interface Turn extends Morning {
  /** Of the files while the day lasted: what a search would find of the texts. */
  before: Hit[];
}

export class Evenings implements AsyncDisposable {
  readonly #folder: string;
  readonly #server: PostgresServer | null;
  readonly #database: string;
  readonly #plan: Plan;
  readonly #log: Bun.FileSink;
  #room: RoomProcess | null = null;
  #now = BEGIN;
  #receipts = 0;
  #said: Canaries = { texts: [], patterns: [] };

  private constructor(folder: string, server: PostgresServer | null, plan: Plan) {
    this.#folder = folder;
    this.#server = server;
    this.#plan = plan;
    this.#database = server
      ? withLongBounds(server.url)
      : `sqlite:${join(folder, "data", "messages.db")}`;
    this.#log = Bun.file(join(folder, "data", "room.log")).writer();
  }

  static async begin(plan: Plan): Promise<Evenings> {
    const folder = await mkdtemp(join(tmpdir(), "rage-room-evenings-"));
    // PostgreSQL runs as another user.
    await chmod(folder, 0o755);
    await mkdir(join(folder, "data"));
    await mkdir(join(folder, "tmp"));
    const log = join(folder, "server.log");
    const server =
      plan.store === "postgres" ? await startPostgres({ durable: true, under: folder, log }) : null;
    const evenings = new Evenings(folder, server, plan);
    if (server) await evenings.#logEverything();
    await evenings.#open(plan.root ?? ROOT);
    return evenings;
  }

  /** Says the canaries, lets midnight pass, and looks everywhere within a minute of it. */
  async turn(count: number): Promise<Turn> {
    await this.#day(count);
    const before = await searchFiles(
      this.#folder,
      this.#said.patterns.filter(({ form }) => !form.startsWith("key")),
    );
    this.#now = nextMidnight(this.#now, ZONE);
    await this.#here.tell("midnight");
    return { before, ...(await this.#morning()) };
  }

  /** The same, with a midnight that the program of `root` does not survive, and a start after it. */
  async crash(count: number, root: string): Promise<Morning> {
    await this.#day(count);
    await this.#here.stop();
    await this.#open(root);
    await this.#here.dieAtMidnight();
    this.#now = nextMidnight(this.#now, ZONE) + 60_000;
    await this.#open(ROOT);
    return this.#morning();
  }

  async #morning(): Promise<Morning> {
    const receipt = await this.#receipt();
    const after = await searchFiles(this.#folder, this.#said.patterns);
    await using sql = new SQL(this.#database, { max: 1 });
    const [row] = await sql`SELECT COUNT(*) AS ends FROM events WHERE kind = 'cleared'`;
    return { after, receipt, ends: Number(row?.ends) };
  }

  /** Where the last turn's texts and key are in the program's memory, for as long as nothing overwrites them. */
  memory(): Promise<Hit[]> {
    return searchMemory(this.#here.pid, this.#said.patterns);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#room?.stop();
    await this.#server?.[Symbol.asyncDispose]();
    await rm(this.#folder, { recursive: true });
  }

  get #here(): RoomProcess {
    if (!this.#room) throw new Error("The room is not open.");
    return this.#room;
  }

  async #open(root: string): Promise<void> {
    this.#room = await RoomProcess.start({
      root,
      at: this.#now,
      cwd: join(this.#folder, "data"),
      log: this.#log,
      env: {
        PATH: process.env["PATH"] ?? "",
        TMPDIR: join(this.#folder, "tmp"),
        DATABASE_URL: this.#database,
        SECRET_KEY: "a secret of at least thirty-two bytes",
        PORT: "0",
        TIMEZONE: ZONE,
        MESSAGES_PER_MINUTE: "1000000",
        LOG_LEVEL: "debug",
        ...(this.#plan.inTheClear ? { DAY_KEY_FILE: "none" } : {}),
      },
    });
  }

  /** The server's log too must hold nothing, even where it keeps each statement with its values. */
  async #logEverything(): Promise<void> {
    await using sql = new SQL(this.#database, { max: 1 });
    await sql`ALTER SYSTEM SET log_statement = 'all'`;
    await sql`ALTER SYSTEM SET log_parameter_max_length_on_error = -1`;
    await sql`SELECT pg_reload_conf()`;
  }

  /** Everything that is said on it. */
  async #day(count: number): Promise<void> {
    const { texts, patterns } = newCanaries(count);
    await this.#say(texts);
    this.#said = { texts, patterns: [...patterns, ...(await this.#keyNeedles())] };
  }

  async #keyNeedles() {
    const names = await readdir(join(this.#folder, "data"));
    const files = names.filter((name) => name.endsWith(".day"));
    const keys = await Promise.all(
      files.map(async (name) => {
        const bytes = await Bun.file(join(this.#folder, "data", name)).bytes();
        return keyFrom(Buffer.from(bytes))?.key ?? Buffer.alloc(0);
      }),
    );
    return keys.flatMap(keyNeedles);
  }

  async #say(texts: readonly string[]): Promise<void> {
    const speak = async (sender: number) => {
      await using client = await connect(this.#here.wsUrl, { deflate: sender % 2 === 0 });
      client.send({ type: "hello" });
      await client.next("welcome");
      for (const [at, text] of texts.entries()) {
        if (at % SENDERS !== sender) continue;
        const ref = `r${at}`;
        client.send({ type: "say", ref, text });
        await client.next("ack", (ack) => ack.ref === ref);
      }
    };
    await Promise.all(Array.from({ length: SENDERS }, (_, sender) => speak(sender)));
    await this.#sayInVain(texts);
    await fetch(new URL("/api/messages", this.#here.url)).then((answer) => answer.text());
  }

  /** A store that refuses a row is logged, here and by the server; what the row held is not. */
  async #sayInVain([text = ""]: readonly string[]): Promise<void> {
    await using sql = new SQL(this.#database, { max: 1 });
    const [refuse, accept] = REFUSE[this.#plan.store];
    await using client = await connect(this.#here.wsUrl);
    client.send({ type: "hello" });
    await client.next("welcome");
    await sql.unsafe(refuse);
    client.send({ type: "say", ref: crypto.randomUUID(), text });
    await client.next("refused");
    await sql.unsafe(accept);
  }

  async #receipt(): Promise<ReceiptBody> {
    for (let looks = 0; looks < LOOKS; looks++) {
      const answer = await fetch(new URL("/api/receipts", this.#here.url));
      const { receipts } = Receipts.parse(await answer.json());
      const [newest] = receipts;
      if (newest && receipts.length > this.#receipts) {
        if (receipts.length !== ++this.#receipts) throw new Error("A day has two receipts.");
        return newest;
      }
      // A check that found something is made again every ten seconds.
      if (looks % LOOKS_EACH_TIME === LOOKS_EACH_TIME - 1) await this.#here.tell("ten seconds");
    }
    throw new Error("No receipt was given.");
  }
}
