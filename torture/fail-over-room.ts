/** A room on a PostgreSQL with a standby, and what it takes to lose the one and go on with the other. */
import { SQL } from "bun";
import { type PostgresServer, startPostgres } from "../test/harness/postgres-server.ts";
import { caughtUp, KEEPING, promote, STANDBY, startStandby } from "../test/harness/standby.ts";
import { newFolder, removeFolder } from "./cleanup.ts";
import { Relay } from "./network-relay.ts";
import { MAIN, NodeProcess } from "./node-process.ts";
import type { Random } from "./random.ts";
import type { Stored, Witness } from "./record.ts";
import { Recorder } from "./recorder.ts";
import { headOf, postgresGround, type StorageTarget, storedIn } from "./storage-target.ts";

const NODES = 2;
const CLIENTS = 6;
const MESSAGES_A_SECOND = 10;
/** Only a room that hangs takes longer, on the busiest machine too. */
const SETTLED_WITHIN_MS = 300_000;
const LOOK_EVERY_MS = 20;
/** Newcomers have tests of their own. */
const ENV = { NEWCOMERS_PER_SECOND: "1000000" };

interface Parts {
  server: PostgresServer;
  /** Stands for the address that an operator moves: it leads to whichever server takes writes. */
  address: Relay;
  target: StorageTarget;
  nodes: readonly NodeProcess[];
  front: Relay;
  folder: string;
  random: Random;
  durable: boolean;
}

/** Milliseconds since the server was killed. */
export interface Waits {
  promoted: number;
  /** When the first, and the last, client was told of another log. */
  first: number;
  all: number;
  /** When something was acknowledged again that was said after that. */
  acked: number;
}

export class FailOverRoom implements AsyncDisposable {
  readonly #parts: Parts;
  readonly #clients: readonly Recorder[];
  readonly #talk: Timer;
  #server: PostgresServer;
  #standby: PostgresServer | null = null;
  /** Between the server and its standby. */
  #stream: Relay | null = null;

  private constructor(parts: Parts) {
    this.#parts = parts;
    this.#server = parts.server;
    const { random, front } = parts;
    const url = `http://127.0.0.1:${front.port}`;
    this.#clients = Array.from({ length: CLIENTS }, (_, at) => new Recorder(`c${at}`, url));
    this.#talk = setInterval(() => void this.#say(random), 1_000 / MESSAGES_A_SECOND);
  }

  static async open(random: Random, durable: boolean): Promise<FailOverRoom> {
    const folder = newFolder();
    const server = await startPostgres({ durable, settings: KEEPING });
    const address = await Relay.open(portOf(server));
    const moving = new URL(server.url);
    moving.port = `${address.port}`;
    const target = await postgresGround({ ...server, url: moving.href }, folder);
    const nodes = Array.from({ length: NODES }, (_, at) => {
      const name = `node-${at}`;
      const plan = { name, folder, databaseUrl: target.url, entry: MAIN, env: ENV };
      return new NodeProcess({ ...plan, dayKey: target.dayKey(name) });
    });
    await Promise.all(nodes.map((node) => node.start()));
    const front = await Relay.open(...nodes.map(({ port }) => port));
    return new FailOverRoom({ server, address, target, nodes, front, folder, random, durable });
  }

  get witnesses(): Witness[] {
    return this.#clients.map(({ witness }) => witness);
  }

  /** How many messages were acknowledged, in all. */
  get acked(): number {
    return this.#clients.reduce((sum, { witness }) => sum + witness.acked.size, 0);
  }

  /** Gives the server a standby that has all of it; if `sync`, nothing is acknowledged from now on that it has not. */
  async follow(sync: boolean): Promise<void> {
    this.#stream = await Relay.open(portOf(this.#server));
    const { durable } = this.#parts;
    this.#standby = await startStandby(this.#server, { durable, port: this.#stream.port });
    if (sync) {
      await using sql = new SQL(this.#server.url, { max: 1 });
      await sql.unsafe(`ALTER SYSTEM SET synchronous_standby_names = '${STANDBY}'`);
      await sql`SELECT pg_reload_conf()`;
    }
    await caughtUp(this.#server);
  }

  /** The standby is sent nothing more, and neither it nor the server is told. */
  cutOff(): void {
    this.#stream?.swallow();
  }

  /** What the standby is sent arrives that much later. */
  delay(ms: number): void {
    this.#stream?.delay(ms);
  }

  async failOver(): Promise<Waits> {
    const [server, standby] = [this.#server, this.#standby];
    if (!standby) throw new Error("There is no standby.");
    const before = this.#clients.map(({ epoch }) => epoch).find((epoch) => epoch !== undefined);
    await server.kill();
    const killed = performance.now();
    await promote(standby);
    const promoted = performance.now() - killed;
    this.#parts.address.turn(portOf(standby));
    this.#server = standby;
    this.#standby = null;
    const isTold = ({ epoch }: Recorder) => epoch !== undefined && epoch !== before;
    await this.#until("somebody is in the new log", () => this.#clients.some(isTold));
    const first = performance.now() - killed;
    await this.#until("everyone is in the new log", () => this.#clients.every(isTold));
    const all = performance.now() - killed;
    await this.acks(1);
    const acked = performance.now() - killed;
    await this.#stream?.[Symbol.asyncDispose]();
    await server[Symbol.asyncDispose]();
    return { promoted, first, all, acked };
  }

  /** Resolves once so many more messages are acknowledged. */
  async acks(more: number): Promise<void> {
    const before = this.acked;
    await this.#until(`${more} more are stored`, () => this.acked >= before + more);
  }

  /** Ends the talk, and resolves once everyone has an answer to everything and has seen everything. */
  async settle(): Promise<Stored> {
    clearInterval(this.#talk);
    await this.#until("everyone has their answers", () =>
      this.#clients.every(({ unanswered }) => unanswered === 0),
    );
    const { target } = this.#parts;
    const head = await headOf(target);
    await this.#until("everyone has seen everything", () =>
      this.#clients.every(({ epoch, place }) => epoch !== undefined && (place ?? 0) >= head),
    );
    return storedIn(target, "node-0");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#talk);
    for (const client of this.#clients) client.leave();
    const { nodes, front, address, folder } = this.#parts;
    await Promise.all(nodes.map((node) => node.kill()));
    for (const used of [front, address, this.#stream, this.#standby, this.#server]) {
      await used?.[Symbol.asyncDispose]();
    }
    removeFolder(folder);
  }

  async #say(random: Random): Promise<void> {
    const word = () => random.whole(36 ** 3, 36 ** 5).toString(36);
    const words = Array.from({ length: random.whole(1, 20) }, word).join(" ");
    await random.pick(this.#clients).say(words);
  }

  async #until(what: string, isSo: () => boolean): Promise<void> {
    const started = performance.now();
    while (!isSo()) {
      if (performance.now() - started > SETTLED_WITHIN_MS) {
        const logs = this.#parts.nodes.map((node) => node.log().slice(-1_000));
        throw new Error(`It never came that ${what}: ${logs.join("\n")}`);
      }
      await Bun.sleep(LOOK_EVERY_MS);
    }
  }
}

const portOf = ({ url }: PostgresServer) => Number(new URL(url).port);
