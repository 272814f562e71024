/** A room under fire: its nodes, the networks around them, and the clients that keep talking. */

import type { PostgresServer } from "../test/harness/postgres-server.ts";
import { newFolder, removeFolder } from "./cleanup.ts";
import { Client } from "./client.ts";
import { Relay } from "./network-relay.ts";
import { MAIN, NodeProcess } from "./node-process.ts";
import type { Random } from "./random.ts";
import type { Stored } from "./record.ts";
import {
  headOf,
  postgresGround,
  type StorageTarget,
  type Store,
  sqliteGround,
  storedIn,
} from "./storage-target.ts";

const NODES = { sqlite: 1, postgres: 3 } as const satisfies Record<Store, number>;
const CLIENTS = 14;
const MESSAGES_A_SECOND = 40;
/** Only a room that hangs takes longer, on the busiest machine too. */
const SETTLED_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 20;
/** Each look at the store is a connection. */
const ASK_EVERY_MS = 200;

export interface ArenaPlan {
  store: Store;
  /** Where PostgreSQL rooms are stored. */
  server: PostgresServer | null;
  random: Random;
  entry?: string | undefined;
  /** By which each node's clock is off, for an entry that has one. */
  skewsMs?: readonly number[] | undefined;
  /** Whether a relay stands between each node and PostgreSQL. */
  relaysPostgres: boolean;
  /** The disk that the room is stored on, if it has one of its own. */
  disk: string | null;
  /** Added to the environment of each node. */
  env?: Readonly<Record<string, string>>;
}

export class Cluster implements AsyncDisposable {
  readonly random: Random;
  readonly storageTarget: StorageTarget;
  readonly nodes: readonly NodeProcess[];
  /** Before each node, between it and its clients. */
  readonly fronts: readonly Relay[];
  /** Behind each node, between it and PostgreSQL; only for a fault that needs them. */
  readonly backs: readonly Relay[];
  readonly clients: readonly Client[];
  readonly disk: string | null;
  readonly #folder: string;
  #talk: Timer | null = null;

  private constructor(
    parts: Pick<Cluster, "random" | "storageTarget" | "nodes" | "fronts" | "backs" | "disk"> & {
      folder: string;
    },
  ) {
    this.random = parts.random;
    this.storageTarget = parts.storageTarget;
    this.nodes = parts.nodes;
    this.fronts = parts.fronts;
    this.backs = parts.backs;
    this.disk = parts.disk;
    this.#folder = parts.folder;
    const addresses = parts.fronts.map(({ port }) => `ws://127.0.0.1:${port}/ws`);
    this.clients = Array.from({ length: CLIENTS }, (_, at) => {
      return new Client(`c${at}`, addresses, parts.random.fork(`client ${at}`));
    });
  }

  /** Resolves once every client is in and the room talks. */
  static async open({
    store,
    server,
    random,
    entry = MAIN,
    skewsMs = [],
    relaysPostgres,
    disk,
    env = {},
  }: ArenaPlan): Promise<Cluster> {
    const folder = newFolder();
    const storageTarget = server
      ? await postgresGround(server, folder)
      : sqliteGround(disk ?? folder);
    const nodes: NodeProcess[] = [];
    const backs: Relay[] = [];
    for (let at = 0; at < NODES[store]; at++) {
      const url = new URL(storageTarget.url);
      if (relaysPostgres) {
        const back = await Relay.open(Number(url.port));
        url.port = `${back.port}`;
        backs.push(back);
      }
      const skewMs = skewsMs[at] ?? 0;
      const databaseUrl = server ? url.href : storageTarget.url;
      const name = `node-${at}`;
      const dayKey = storageTarget.dayKey(name);
      nodes.push(new NodeProcess({ name, folder, databaseUrl, dayKey, entry, skewMs, env }));
    }
    await Promise.all(nodes.map((node) => node.start()));
    const fronts = await Promise.all(nodes.map(({ port }) => Relay.open(port)));
    const cluster = new Cluster({ random, storageTarget, nodes, fronts, backs, disk, folder });
    await cluster.#until("every client is welcomed", () =>
      cluster.clients.every(({ welcomed }) => welcomed),
    );
    cluster.talk();
    return cluster;
  }

  /** Some client says something, some forty times a second; `words` tells how much. */
  talk(words: () => string = () => this.#words()): void {
    this.hush();
    this.#talk = setInterval(() => {
      this.random.pick(this.clients).say(words());
    }, 1_000 / MESSAGES_A_SECOND);
  }

  /** No two alike: a crowd that says the same is taken for a raid. */
  #words(): string {
    const word = () => this.random.whole(36 ** 3, 36 ** 5).toString(36);
    return Array.from({ length: this.random.whole(1, 40) }, word).join(" ");
  }

  hush(): void {
    if (this.#talk) clearInterval(this.#talk);
    this.#talk = null;
  }

  /** Resolves with the milliseconds until every node said it is healthy. */
  async healthy(): Promise<number> {
    const waits = await Promise.all(this.nodes.map((node) => node.healthy()));
    return Math.max(...waits);
  }

  /** Resolves with the milliseconds until the next message is acknowledged. */
  async stores(): Promise<number> {
    const asked = performance.now();
    const before = this.#acked();
    await this.#until("something is stored", () => this.#acked() > before);
    return performance.now() - asked;
  }

  /**
   * Ends the talk and waits until everyone has an answer to everything and has seen everything.
   * Resolves with what stood in the way, where that does not come to pass.
   */
  async settle(): Promise<string[]> {
    this.hush();
    const started = performance.now();
    for (;;) {
      const head = await headOf(this.storageTarget);
      const restless = this.clients.filter(
        ({ unanswered, welcomed, place }) => !welcomed || unanswered > 0 || place !== head,
      );
      if (restless.length === 0) return [];
      if (performance.now() - started > SETTLED_WITHIN_MS) {
        return restless.map(({ witness, welcomed, unanswered, place }) => {
          const where = welcomed ? `is at ${place} of ${head}` : "is not let in";
          return `${witness.name} ${where} and waits for ${unanswered} answers`;
        });
      }
      await Bun.sleep(ASK_EVERY_MS);
    }
  }

  async stored(): Promise<Stored> {
    return storedIn(this.storageTarget, "node-0");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.hush();
    for (const client of this.clients) client.leave();
    await Promise.all(this.nodes.map((node) => node.kill()));
    await Promise.all([...this.fronts, ...this.backs].map((relay) => relay[Symbol.asyncDispose]()));
    removeFolder(this.#folder);
  }

  #acked(): number {
    return this.clients.reduce((sum, { witness }) => sum + witness.acked.size, 0);
  }

  async #until(what: string, isSo: () => boolean): Promise<void> {
    const started = performance.now();
    while (!isSo()) {
      if (performance.now() - started > SETTLED_WITHIN_MS)
        throw new Error(`It never came that ${what}.`);
      await Bun.sleep(LOOK_EVERY_MS);
    }
  }
}
