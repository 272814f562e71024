import { endShield } from "../../src/jobs/end-shield.ts";
import { poll } from "../../src/jobs/poll.ts";
import { raiseShield } from "../../src/jobs/raise-shield.ts";
import type { Mode } from "../../src/live/encoding.ts";
import { GROUPS } from "../../src/live/frame-pacer.ts";
import { Gateway } from "../../src/live/gateway.ts";
import type { Socket } from "../../src/live/session.ts";
import { turnAtMidnight } from "../../src/midnight/turn-timer.ts";
import { ActLimits } from "../../src/room/act-limits.ts";
import { UNMETERED } from "../../src/room/meter.ts";
import type { Caller, Clock, Logger } from "../../src/room/ports.ts";
import { Refusal } from "../../src/room/refusal.ts";
import { Room } from "../../src/room/room.ts";
import { WordList } from "../../src/room/word-list.ts";
import { type Disk, dayOf, ZONE } from "./disk.ts";
import { countedGuests } from "./guests.ts";
import type { Ledger } from "./ledger.ts";
import { type Acceptor, Link, type Receiver, SOMEWHERE } from "./link.ts";
import { type Bells, StoreLink } from "./store-link.ts";
import type { World } from "./world.ts";

/** A newcomer waits in line for less than an evening. */
const LONGEST_WAIT_MS = 250;
const MOST_OFF_MS = 25_000;
const NO_WORDS = new WordList([]);
const TOPIC = { topic: "Printers", rules: "Be loud." };

interface Running {
  room: Room;
  gateway: Gateway;
}

/** One machine: the real room and gateway on simulated time, network and store. Memory goes with a crash. */
export class Node implements Acceptor {
  readonly name: string;
  /** Every one, open or not. */
  readonly #links: Link[] = [];
  readonly #world: World;
  readonly #store: StoreLink;
  readonly #disk: Disk;
  #skew: number;
  #alive = true;
  #running: Running | null = null;

  constructor(name: string, world: World, disk: Disk, ledger: Ledger, bells: Bells | null) {
    this.name = name;
    this.#world = world;
    this.#disk = disk;
    this.#skew = world.chance.is(0.5) ? 0 : world.chance.between(-300, 300);
    this.#store = new StoreLink(world, disk, ledger, bells);
  }

  /** Null until it runs. */
  get room(): Room | null {
    return this.#running?.room ?? null;
  }

  get now(): number {
    return this.#world.now + this.#skew;
  }

  /**
   * Somebody sets its clock. Nodes' clocks are never a minute apart: the database's corrects them. It does not go back
   * over midnight: what was read in between is kept from its readers, as of a day that is over.
   */
  jump(): void {
    const { chance } = this.#world;
    const skew = chance.between(-MOST_OFF_MS, MOST_OFF_MS);
    if (dayOf(this.#world.now + skew) < dayOf(this.now)) return;
    this.#skew = skew;
    this.#world.note(() => `${this.name}'s clock jumps, and is ${this.#skew} ms off`);
  }

  /** In the order of the program's own start. */
  async start(): Promise<void> {
    const clock: Clock = { now: () => this.now, after: (ms, run) => this.#after(ms, run) };
    const logger = quiet(this.#world);
    const { users } = this.#disk;
    const { chance } = this.#world;
    const pacer = {
      get turns() {
        return chance.between(1, GROUPS);
      },
      whenDue: (run: () => void) => void this.#after(chance.between(0, 30), run),
      beat: (_turns: number, _messages: number, serve: () => void) => serve(),
    };
    const log = this.#store;
    const parts = {
      log,
      users,
      clock,
      logger,
      timezone: ZONE,
      topic: TOPIC,
      pacer,
      newcomersWait: LONGEST_WAIT_MS,
      words: NO_WORDS,
    };
    const room = await Room.open(parts);
    const identify = async (token: string) => {
      const userId = Number(token);
      const user = await this.#store.read(() => users.byToken(userId, token));
      if (!user?.isActive) throw new Refusal("banned", "This account is banned.");
      return { user, tokenId: token, since: 0, expires: Number.MAX_SAFE_INTEGER };
    };
    const gateway = await Gateway.open({
      room,
      accounts: { identify, senderKeyOf: async (token) => `u:${token}` },
      guests: countedGuests(this.#world, clock),
      issuedPass: raiseShield(room, clock, logger),
      addressHash: async (address) => address,
      clock,
      logger,
      meter: UNMETERED,
      pacer,
      nodes: null,
      maxConnections: 100,
      staffConnections: 8,
      // Bounded by the room's own rule alone, as the simulation counts it.
      limits: new ActLimits(clock, 1_000_000),
    });
    gateway.attach({
      publish: (topic, data) => this.#publish(topic, data),
      subscriberCount: (topic) => this.#links.filter((link) => link.hears(topic)).length,
    });
    turnAtMidnight(room, clock, logger);
    endShield(room, clock, logger);
    if (await log.follow((seq) => room.follow(seq))) poll(room, clock);
    this.#running = { room, gateway };
    this.#world.note(() => `${this.name} runs, at ${room.state.seq}`);
  }

  /** Null when it does not listen. */
  connect(mode: Mode, receiver: Receiver, caller: Caller = SOMEWHERE): Link | null {
    if (!this.#running) return null;
    const link = new Link(this.#world, mode, this, receiver, caller);
    this.#links.push(link);
    this.#running.gateway.handler.open(link);
    return link;
  }

  message(socket: Socket, data: string): void {
    this.#running?.gateway.handler.message(socket, data);
  }

  close(socket: Socket): void {
    this.#running?.gateway.handler.close(socket);
  }

  crash(): void {
    this.#world.note(() => `${this.name} crashes`);
    this.#alive = false;
    this.#running = null;
    this.#store.cut();
    for (const link of this.#links) link.lost();
  }

  #publish(topic: string, data: unknown): number {
    for (const link of this.#links) if (link.hears(topic)) link.send(data);
    return 1;
  }

  #after(ms: number, run: () => void): () => void {
    return this.#world.after(ms, () => {
      if (this.#alive) run();
    });
  }
}

/** A frame that nobody handled is a fault of the program, whatever the store does. */
function quiet(world: World): Logger {
  const note = (_fields: object, sentence: string) => world.note(() => `log: ${sentence}`);
  const error = (fields: object, sentence: string) => {
    note(fields, sentence);
    if (sentence === "A frame was not handled.") world.broken(sentence);
  };
  return { debug: note, info: note, warn: note, error };
}
