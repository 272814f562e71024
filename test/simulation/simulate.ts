import { ROOM } from "../../src/room/commands.ts";
import { Refusal } from "../../src/room/refusal.ts";
import type { Room } from "../../src/room/room.ts";
import { checkHistory } from "../../torture/history.ts";
import { Client } from "./client.ts";
import { type Disk, dayOf, MEMBERS, MIDNIGHT } from "./disk.ts";
import { putBack, rotRows, setClocks } from "./faults.ts";
import { Ledger } from "./ledger.ts";
import { memoryDisk } from "./memory-disk.ts";
import { Node } from "./node.ts";
import { PlainTranscript } from "./plain-transcript.ts";
import { type Raid, Raider } from "./raider.ts";
import { Reader } from "./reader.ts";
import { Bells } from "./store-link.ts";
import { World } from "./world.ts";

/** How long things happen, and how long they are then given to settle. */
const EVENING_MS = 2_000;
const REST_MS = 2_200;
/** By when the last node's clock has told it of midnight, and the store of the new day. */
const LATE_MS = 1_500;

export interface Outcome {
  /** Null when everything held. */
  violation: string | null;
  trace: string[];
}

/** One seed's evening. The same seed gives the same one, to the letter. */
export async function simulate(
  seed: number,
  {
    traced = false,
    disk = memoryDisk,
  }: { traced?: boolean; disk?: () => Promise<Disk> | Disk } = {},
): Promise<Outcome> {
  const store = await disk();
  try {
    const evening = new Evening(seed, store, traced);
    await evening.pass();
    return { violation: evening.world.violation, trace: evening.world.trace ?? [] };
  } finally {
    await store.close();
  }
}

class Evening {
  readonly world: World;
  readonly #ledger: Ledger;
  readonly #disk: Disk;
  readonly #bells: Bells | null;
  readonly #nodes: Node[] = [];
  readonly #clients: Client[];
  readonly #raiders: Raider[];
  readonly #plain: PlainTranscript;
  readonly #reader: Reader;

  constructor(seed: number, disk: Disk, traced: boolean) {
    // Midnight comes in most evenings, and in some just after the end.
    const start = MIDNIGHT - 200 - ((seed * 977) % (EVENING_MS + 400));
    const world = new World(seed, start, traced);
    this.world = world;
    this.#disk = disk;
    this.#ledger = new Ledger(world, disk.epoch, disk.newcomers);
    const count = world.chance.between(1, 3);
    this.#bells = count > 1 ? new Bells(world) : null;
    for (let index = 0; index < count; index++) this.#boot(index);
    const accounts = [null, null, ...MEMBERS];
    this.#clients = accounts.map(
      (userId, index) => new Client(`c${index}`, userId, world, this.#ledger, this.#nodes),
    );
    this.#raiders = disk.newcomers ? this.#raid() : [];
    this.#plain = new PlainTranscript(world, this.#ledger);
    this.#reader = new Reader(this.#plain, world, this.#nodes);
  }

  async pass(): Promise<void> {
    const { world } = this;
    const start = world.now;
    for (const visitor of [...this.#clients, ...this.#raiders, this.#reader]) {
      world.after(world.chance.between(0, 300), () => visitor.connect());
    }
    this.#next();
    // Nothing happens after it, so what it swallowed has nothing later to come with.
    if (world.chance.is(0.25)) {
      world.after(EVENING_MS - world.chance.between(50, 500), () => world.lose());
    }
    const parts = { world, disk: this.#disk, ledger: this.#ledger };
    // Not under a room of one node: its file is its own.
    const restart = () => (this.#bells ? undefined : this.#crash());
    if (world.chance.is(0.2)) putBack(parts, EVENING_MS, restart);
    if (world.chance.is(0.2)) setClocks(parts, this.#nodes, EVENING_MS);
    if (this.#disk.rot && world.chance.is(0.3)) rotRows(parts, EVENING_MS);
    await world.runUntil(start + EVENING_MS);
    world.heal();
    for (const raider of this.#raiders) raider.stop();
    // An admin whose pardon was stored and not answered does not know.
    world.after(REST_MS / 2, () => {
      for (const client of this.#clients) client.look("end");
      for (const id of MEMBERS) if (!this.#ledger.isBanned(id)) this.#forgive(id);
    });
    await world.runUntil(start + EVENING_MS + REST_MS);
    if (world.violation !== null) return;
    await this.#endShield();
    if (world.violation !== null) return;
    const latest = Math.max(...this.#nodes.map(({ now }) => now));
    const day = dayOf(latest - LATE_MS);
    if (this.#ledger.day < day) world.broken(`on ${day} the room is still in ${this.#ledger.day}`);
    for (const client of this.#clients) client.settled();
    for (const raider of this.#raiders) raider.settled();
    this.#plain.settled();
    for (const { kind, what } of checkHistory(world.history)) world.broken(`${kind}: ${what}`);
    await this.#compareStore();
  }

  /** Acts until the evening ends: most evenings are lively, some hectic. */
  #next(): void {
    const { world } = this;
    const end = world.now + EVENING_MS;
    const pause = world.chance.between(15, 90);
    const act = () => {
      this.#act();
      if (world.now < end - pause) world.after(world.chance.between(0, 2 * pause), act);
    };
    world.after(pause, act);
  }

  #act(): void {
    const { chance } = this.world;
    const client = chance.of(this.#clients);
    const draw = chance.next();
    if (draw < 0.5) client?.say();
    else if (draw < 0.56) client?.sayAgain();
    else if (draw < 0.62) client?.look();
    else if (draw < 0.7) client?.cut();
    else if (draw < 0.72) this.#reader.cut();
    else if (draw < 0.75) this.#crash();
    else this.#moderate();
  }

  /** In most evenings, of few or many, who say the same or not. */
  #raid(): Raider[] {
    const { world } = this;
    const { chance } = world;
    if (chance.is(0.3)) return [];
    const raid: Raid = {
      ranges: chance.is(0.5) ? chance.between(1, 3) : 1_000,
      alike: chance.is(0.5),
      says: chance.between(1, 3),
    };
    const count = chance.between(1, 8);
    return Array.from(
      { length: count },
      (_, index) => new Raider(`r${index}`, raid, world, this.#ledger, this.#nodes),
    );
  }

  #crash(): void {
    const index = this.world.chance.between(0, this.#nodes.length - 1);
    this.#nodes[index]?.crash();
    this.#boot(index);
  }

  /** It ends by itself, at the hour that every node told, though all slept through it. */
  async #endShield(): Promise<void> {
    const { world } = this;
    const { shield } = this.#ledger;
    for (const { name, room } of this.#nodes) {
      const { shield: told } = room?.state ?? {};
      if (!Bun.deepEquals(told ?? null, shield))
        world.broken(
          `${name} tells of another shield than ${JSON.stringify(shield)}: ${JSON.stringify(told)}`,
        );
    }
    if (shield === null || world.violation !== null) return;
    world.sleep(Math.max(0, shield.until - Math.min(...this.#nodes.map(({ now }) => now))));
    await world.runUntil(world.now + REST_MS);
    if (this.#ledger.shield !== null) world.broken("the shield is still up");
    for (const { name, room } of this.#nodes) {
      if (room?.state.shield) world.broken(`${name} still tells of the shield`);
    }
  }

  #boot(index: number): void {
    const { world } = this;
    const node = new Node(`n${index}`, world, this.#disk, this.#ledger, this.#bells);
    this.#nodes[index] = node;
    world.after(world.chance.between(0, 200), () => {
      // A start that fails is tried again, by a new process.
      node.start().catch((error: unknown) => {
        world.note(() => `${node.name} did not start: ${error}`);
        node.crash();
        this.#boot(index);
      });
    });
  }

  #moderate(): void {
    const { chance } = this.world;
    const room = chance.of(this.#nodes)?.room;
    if (!room) return;
    const draw = chance.next();
    const userId = chance.of(MEMBERS) ?? 1;
    if (draw < 0.45) {
      const id = chance.of([...this.#ledger.standing().keys()]);
      if (id !== undefined) this.#try(room.do("erase", { id: id }, ROOM));
    } else if (draw < 0.5) this.#unhide(room);
    else if (draw < 0.65) this.#try(room.do("ban", { userId: userId, banned: true }, ROOM));
    else if (draw < 0.8)
      this.#try(
        room.do("ban", { userId: userId, banned: false }, ROOM).then(() => this.#forgive(userId)),
      );
    else if (draw < 0.95)
      this.#try(room.do("setTopic", { topic: `topic ${chance.between(1, 9)}` }, ROOM));
    else this.#try(room.do("clear", {}, ROOM));
  }

  /** Staff let what the shield hid stand, or raise it. */
  #unhide(room: Room): void {
    const act = this.world.chance.of(this.#ledger.hiding);
    if (act !== undefined) this.#try(room.do("keepHidden", { act }, ROOM));
    else this.#try(room.do("setShield", { minutes: 10 }, ROOM));
  }

  #forgive(userId: number): void {
    for (const client of this.#clients) if (client.userId === userId) client.forgiven();
  }

  /** An admin who is refused lets it be. */
  #try(change: Promise<unknown>): void {
    change.catch((error: unknown) => {
      if (!(error instanceof Refusal)) this.world.broken(`a change was answered with ${error}`);
    });
  }

  async #compareStore(): Promise<void> {
    const stored = await this.#disk.open().history("1970-01-01", 1_000);
    const texts = new Map(stored.map(({ id, text }) => [id, text]));
    const expected = this.#ledger.standing();
    for (const id of expected.keys()) {
      if (texts.has(id) || !this.#ledger.at(id)?.isRotten) continue;
      expected.delete(id);
      if (!this.#disk.rot?.isTold(id)) this.world.broken(`nobody was told that ${id} is damaged`);
    }
    if (!Bun.deepEquals(texts, expected)) {
      this.world.broken(`the store holds ${[...texts.keys()]}, which is not what it was given`);
    }
  }
}
