/** A room, or its PostgreSQL, on a machine whose power is cut. */
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PostgresServer, startPostgres } from "../../test/harness/postgres-server.ts";
import { newFolder, removeFolder } from "../cleanup.ts";
import { Cluster } from "../cluster.ts";
import { MAIN, type NodeProcess } from "../node-process.ts";
import type { Random } from "../random.ts";
import type { Store } from "../storage-target.ts";
import { weakened } from "../weakened.ts";
import { CONTROLS, type Control, type Weak } from "./controls.ts";
import { Disk, filesIn, type Kept } from "./disk.ts";
import { killPostgresIn } from "./processes.ts";

const LOOK_EVERY_MS = 5;
/** A room that writes nothing for so long has ended, or refuses everything. */
const CUT_WITHIN_MS = 15_000;

export interface MachinePlan {
  store: Store;
  random: Random;
  control: Control | null;
}

export class Machine implements AsyncDisposable {
  readonly cluster: Cluster;
  readonly disk: Disk;
  /** What is on the disk. */
  readonly folder: string;
  readonly store: Store;
  readonly server: PostgresServer | null;
  readonly #random: Random;
  readonly #folders: readonly string[];

  private constructor(
    parts: Pick<Machine, "cluster" | "disk" | "folder" | "server"> & MachinePlan,
    folders: readonly string[],
  ) {
    this.cluster = parts.cluster;
    this.disk = parts.disk;
    this.folder = parts.folder;
    this.store = parts.store;
    this.server = parts.server;
    this.#random = parts.random;
    this.#folders = folders;
  }

  /** Resolves once the room talks. */
  static async open(plan: MachinePlan): Promise<Machine> {
    const { store, random } = plan;
    const folder = newFolder();
    const program = newFolder();
    const disk = new Disk(folder, random.fork("disk"));
    const { weakness, settings = [] }: Partial<Weak> = plan.control ? CONTROLS[plan.control] : {};
    const added: Added = { env: {}, settings: [] };
    const server = store === "postgres" ? await postgresOn(folder, added) : null;
    const cluster = await Cluster.open({
      store,
      server,
      random,
      entry: weakness ? join(weakened(program, weakness), "src/main.ts") : MAIN,
      relaysPostgres: false,
      disk: folder,
      env: server ? {} : disk.env,
    });
    const machine = new Machine({ ...plan, cluster, disk, folder, server }, [folder, program]);
    // What is there so far is on the disk: only then is PostgreSQL put on it.
    await server?.stop();
    Object.assign(added, { env: disk.env, settings });
    await machine.#start([]);
    return machine;
  }

  /**
   * Waits until the power is cut, kills whatever runs, and makes the files what the disk holds then.
   * Resolves with the nodes that are down, `down` among them: a node of PostgreSQL may be on another machine.
   */
  async lose(kept: Kept, down: readonly NodeProcess[] = []): Promise<readonly NodeProcess[]> {
    const asked = performance.now();
    while (!this.disk.isCut && performance.now() - asked < CUT_WITHIN_MS) {
      await Bun.sleep(LOOK_EVERY_MS);
    }
    const isElsewhere = this.server !== null && this.#random.next() < 1 / 2;
    const lost = isElsewhere ? down : this.cluster.nodes;
    // Whoever waits for a lock of one that was killed waits for ever, and does not see that PostgreSQL ended.
    if (this.server) killPostgresIn(this.folder);
    await Promise.all([this.server?.kill(), ...lost.map((node) => node.kill())]);
    this.disk.restore(kept);
    for (const { name } of lost) this.#reboot(name);
    return lost;
  }

  /** Resolves with the milliseconds until something is stored. In one case of five the power goes once more before. */
  async recover(lost: readonly NodeProcess[], kept: Kept): Promise<number> {
    let down = lost;
    if (this.#random.next() < 1 / 5) {
      this.disk.cutAfter(this.#random.whole(1, 40));
      const boot = Promise.allSettled([this.#boot(down)]);
      down = await this.lose(kept, down);
      await boot;
    }
    const from = performance.now();
    await this.#start(down);
    return performance.now() - from;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.cluster[Symbol.asyncDispose]();
    await this.server?.[Symbol.asyncDispose]();
    this.disk[Symbol.dispose]();
    for (const folder of this.#folders) removeFolder(folder);
  }

  async #start(nodes: readonly NodeProcess[]): Promise<void> {
    await this.#boot(nodes);
    await this.cluster.healthy();
    await this.cluster.stores();
  }

  async #boot(nodes: readonly NodeProcess[]): Promise<void> {
    // As after a boot, when no process has the number that it names.
    for (const file of filesIn(this.folder)) if (file.endsWith("postmaster.pid")) rmSync(file);
    await this.server?.start();
    await Promise.all(nodes.map((node) => node.start()));
  }

  /** A node must not take this for the same run of the machine. */
  #reboot(node: string): void {
    const file = this.cluster.storageTarget.dayKey(node).replace(/\.day$/, ".head");
    if (!existsSync(file)) return;
    const known = readFileSync(file, "utf8");
    writeFileSync(file, known.replace(/"boot":"[^"]{8}/, '"boot":"earlier-'));
  }
}

interface Added {
  env: Readonly<Record<string, string>>;
  settings: readonly string[];
}

async function postgresOn(folder: string, added: Added): Promise<PostgresServer> {
  // For the user that PostgreSQL runs as.
  chmodSync(folder, 0o777);
  return startPostgres({ durable: true, under: folder, added: () => added });
}
