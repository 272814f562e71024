/** Days in the room, each ended by a midnight, and what is left of them. */
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Receipts } from "../../src/bodies.ts";
import { type PostgresServer, startPostgres } from "../harness/postgres-server.ts";
import type { Store } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { type Canaries, newCanaries } from "./canaries.ts";
import { type Hit, searchFiles, searchMemory } from "./search.ts";

const ROOT = join(import.meta.dir, "../..");
const CHILD = join(import.meta.dir, "child.ts");
const SENDERS = 4;
const LOOKS = 2_000;
const LOOKS_EACH_TIME = 100;

export interface Plan {
  store: Store;
  /** The program; this one unless another is named. */
  root?: string;
  /** Without the day's key, texts are stored in the clear. */
  inTheClear?: boolean;
}

export interface Turn {
  /** Of the files while the day lasted: what a search would find. */
  before: Hit[];
  after: Hit[];
  receipt: (typeof Receipts)["_output"]["receipts"][number];
}

export class Evenings implements AsyncDisposable {
  readonly #folder: string;
  readonly #server: PostgresServer | null;
  readonly #child: Bun.Subprocess<"ignore", "pipe", "pipe">;
  readonly #answers: { url?: string; done?: string }[] = [];
  #answered = Promise.withResolvers<void>();
  #url = "";
  #said: Canaries = { texts: [], needles: [] };

  private constructor(folder: string, server: PostgresServer | null, plan: Plan) {
    this.#folder = folder;
    this.#server = server;
    const database = server ? server.url : `sqlite:${join(folder, "data", "messages.db")}`;
    const root = plan.root ?? ROOT;
    this.#child = Bun.spawn([process.execPath, CHILD, root, "2026-03-01T12:00:00Z"], {
      cwd: join(folder, "data"),
      stdin: "ignore",
      stdout: "pipe",
      stderr: "pipe",
      env: {
        PATH: process.env["PATH"] ?? "",
        TMPDIR: join(folder, "tmp"),
        DATABASE_URL: database,
        SECRET_KEY: "a secret of at least thirty-two bytes",
        PORT: "0",
        TIMEZONE: "Europe/Berlin",
        MESSAGES_PER_MINUTE: "1000000",
        LOG_LEVEL: "trace",
        ...(plan.inTheClear ? { DAY_KEY_FILE: "none" } : {}),
      },
      ipc: (message: { url?: string; done?: string }) => {
        this.#answers.push(message);
        this.#answered.resolve();
        this.#answered = Promise.withResolvers();
      },
    });
    const log = Bun.file(join(folder, "data", "room.log")).writer();
    for (const stream of [this.#child.stdout, this.#child.stderr]) void keep(stream, log);
  }

  static async begin(plan: Plan): Promise<Evenings> {
    const folder = await mkdtemp(join(tmpdir(), "rage-room-evenings-"));
    // PostgreSQL runs as another user.
    await chmod(folder, 0o755);
    await mkdir(join(folder, "data"));
    await mkdir(join(folder, "tmp"));
    const server =
      plan.store === "postgres" ? await startPostgres({ durable: true, under: folder }) : null;
    const evenings = new Evenings(folder, server, plan);
    evenings.#url = (await evenings.#answer(({ url }) => url !== undefined)).url ?? "";
    return evenings;
  }

  /** Says the canaries, lets midnight pass, and looks everywhere within a minute of it. */
  async turn(count: number): Promise<Turn> {
    const canaries = newCanaries(count);
    this.#said = canaries;
    await this.#say(canaries);
    const before = await searchFiles(this.#folder, canaries.needles);
    await this.#tell("midnight");
    const receipt = await this.#receipt();
    return {
      before,
      after: await searchFiles(this.#folder, canaries.needles),
      receipt,
    };
  }

  /** Where the last turn's canaries are in the program's memory, for as long as nothing overwrites them. */
  memory(): Promise<Hit[]> {
    return searchMemory(this.#child.pid, this.#said.needles);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.send("stop");
    await this.#child.exited;
    await this.#server?.[Symbol.asyncDispose]();
    await rm(this.#folder, { recursive: true });
  }

  async #say({ texts }: Canaries): Promise<void> {
    const address = `${this.#url.replace("http", "ws")}ws`;
    const speak = async (sender: number) => {
      await using client = await connect(address, { deflate: sender % 2 === 0 });
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
    await fetch(new URL("/api/messages", this.#url)).then((answer) => answer.text());
  }

  async #receipt() {
    const seen = this.#receipts;
    for (let looks = 0; looks < LOOKS; looks++) {
      const answer = await fetch(new URL("/api/receipts", this.#url));
      const { receipts } = Receipts.parse(await answer.json());
      const [newest] = receipts;
      if (newest && receipts.length > seen) {
        this.#receipts = receipts.length;
        return newest;
      }
      // A check that found something is made again every ten seconds.
      if (looks % LOOKS_EACH_TIME === LOOKS_EACH_TIME - 1) await this.#tell("ten seconds");
    }
    throw new Error("No receipt was given.");
  }
  #receipts = 0;

  async #tell(command: "midnight" | "ten seconds"): Promise<void> {
    this.#child.send(command);
    await this.#answer(({ done }) => done === command);
  }

  async #answer(match: (answer: { url?: string; done?: string }) => boolean) {
    for (;;) {
      const at = this.#answers.findIndex(match);
      const [answer] = at < 0 ? [] : this.#answers.splice(at, 1);
      if (answer) return answer;
      const ended = this.#child.exited.then(() => {
        throw new Error("The program ended.");
      });
      await Promise.race([this.#answered.promise, ended]);
    }
  }
}

async function keep(stream: ReadableStream<Uint8Array>, log: Bun.FileSink): Promise<void> {
  for await (const bytes of stream) {
    log.write(bytes);
    await log.flush();
  }
}
