/**
 * An evening without sockets and without waiting: the plan's people say their lines to the real room
 * on the real store, in a time that passes as fast as they do. What the wire and the clients add,
 * delays and proofs of work, is not in it; what the room lets pass is.
 */
import { kindOf, publicView, type RoomEvent } from "../src/events/kinds.ts";
import { endShield } from "../src/jobs/end-shield.ts";
import { hideReported } from "../src/jobs/hide-reported.ts";
import { raiseShield } from "../src/jobs/raise-shield.ts";
import type { Actor } from "../src/room/commands.ts";
import { nextMidnight } from "../src/room/day.ts";
import type { Logger } from "../src/room/ports.ts";
import { Refusal } from "../src/room/refusal.ts";
import { Room } from "../src/room/room.ts";
import { USUAL_LIMITS } from "../src/room/speaking-limits.ts";
import { WordList } from "../src/room/word-list.ts";
import { type VirtualClock, virtualClock } from "../test/harness/clock.ts";
import type { PostgresServer } from "../test/harness/postgres-server.ts";
import { settledStore } from "../test/harness/settled-store.ts";
import { newcomerOf, type Outcome } from "./evening.ts";
import { type Desk, Moderator, type Time } from "./moderator.ts";
import { type Plan, ROUNDS } from "./plan.ts";
import type { Hidden, Shown } from "./reader.ts";
import { reportHonest } from "./reporting.ts";
import { VirtualSpeaker } from "./virtual-speaker.ts";

const BEGIN = "2026-03-01T18:00:00Z";
const ZONE = "Europe/Berlin";
const TOPIC = { topic: "Printers", rules: "Be loud." };
/** Every message waits for the beat of its batch. */
const BEAT_MS = 16;
const GROUP = 10;
const STEP_MS = 30_000;
const SETTLE_MS = 25_000;
const STAFF = { userId: null, tokenId: null, isStaff: true, key: null, range: null, since: null };
const nobodyReads = () => undefined;
const LOGGER: Logger = {
  debug: nobodyReads,
  info: nobodyReads,
  warn: nobodyReads,
  error: (fields, sentence) => {
    throw new Error(`${sentence} ${Bun.inspect(fields)}`);
  },
};

/** On SQLite where there is no server. */
export async function virtualEvening(
  plan: Plan,
  server: PostgresServer | null = null,
): Promise<Outcome> {
  const store = await settledStore(server);
  try {
    const clock = virtualClock(BEGIN, store.settled);
    const room = await Room.open({
      ...store,
      clock,
      logger: LOGGER,
      timezone: ZONE,
      topic: TOPIC,
      pacer: { whenDue: (run) => void clock.after(BEAT_MS, run) },
      newcomersWait: USUAL_LIMITS.newcomersWait,
      words: new WordList([]),
    });
    const desk = deskOf(room, await store.staff(), clock, store.awaited);
    const evening = new VirtualEvening(plan, room, clock, desk);
    return await evening.pass();
  } finally {
    await store.close();
  }
}

class VirtualEvening {
  readonly #plan: Plan;
  readonly #room: Room;
  readonly #clock: VirtualClock;
  readonly #time: Time;
  readonly #speakers: readonly VirtualSpeaker[];
  readonly #moderator: Moderator | null;
  readonly #shown: Shown[] = [];
  readonly #hidden: Hidden[] = [];
  #shields = 0;

  constructor(plan: Plan, room: Room, clock: VirtualClock, desk: Desk) {
    this.#plan = plan;
    this.#room = room;
    this.#clock = clock;
    this.#time = {
      now: clock.now,
      sleep: (ms) => new Promise((resolve) => void clock.after(ms, resolve)),
    };
    const parts = { room, time: this.#time, issuedPass: raiseShield(room, clock, LOGGER) };
    this.#speakers = plan.people.map((person) => new VirtualSpeaker(person, parts));
    this.#moderator = plan.staffMs === undefined ? null : new Moderator(desk, this.#time);
    endShield(room, clock, LOGGER);
    hideReported(room, clock, LOGGER);
    let wasUp = false;
    room.listen((events) => {
      for (const event of events) this.#see(event);
      const { shield } = room.state;
      if (shield !== null && !wasUp && shield.raisedBy === "room") this.#shields++;
      wasUp = shield !== null;
    });
  }

  async pass(): Promise<Outcome> {
    const { raidMs, endMs, staffMs } = this.#plan;
    const heard = this.#speakers.filter(({ person }) => person.before.length > 0);
    // What is said before midnight is said up to it: a room that was silent for long protects nobody.
    const rounds = ROUNDS * Math.ceil(heard.length / GROUP) * STEP_MS;
    const midnight = nextMidnight(this.#clock.now(), ZONE);
    if (this.#plan.isAfterMidnight) await this.#clock.advanceTo(midnight - rounds);
    await this.#beHeard(heard);
    if (this.#plan.isAfterMidnight) await this.#beginDay();
    const start = this.#clock.now();
    void this.#moderator?.play(start + (staffMs ?? 0));
    void reportHonest(this.#speakers, start + raidMs, start + endMs, this.#time);
    for (const speaker of this.#speakers) void speaker.play(start, endMs);
    await this.#clock.advanceTo(start + endMs);
    for (const speaker of this.#speakers) speaker.leave();
    this.#moderator?.leave();
    await this.#clock.advance(SETTLE_MS);
    return {
      raidAt: start + raidMs,
      endAt: start + endMs,
      sent: this.#speakers.flatMap(({ sent }) => sent),
      turned: [],
      newcomers: this.#speakers
        .filter(({ person }) => person.side === "new")
        .map((speaker) => newcomerOf(speaker, start)),
      shown: this.#shown,
      hidden: this.#hidden,
      shields: this.#shields,
      presses: this.#moderator?.presses ?? [],
      reportedSince: this.#moderator?.reportedSince.size ?? 0,
      cpuSeconds: Number.NaN,
      raidersCpuSeconds: Number.NaN,
    };
  }

  /** Those who are heard speak in rounds, so that each has been there for over half an hour. */
  async #beHeard(heard: readonly VirtualSpeaker[]): Promise<void> {
    for (let round = 0; round < ROUNDS; round++) {
      for (let at = 0; at < heard.length; at += GROUP) {
        for (const speaker of heard.slice(at, at + GROUP)) {
          void speaker.say(speaker.person.before[round] ?? "");
        }
        await this.#clock.advance(STEP_MS);
      }
    }
  }

  async #beginDay(): Promise<void> {
    await this.#room.turnDay();
    for (const speaker of this.#speakers) speaker.beginDay();
  }

  #see(event: RoomEvent): void {
    const { seq, type } = event;
    const atMs = this.#clock.now();
    if (type === "message") this.#shown.push({ seq, atMs });
    if (type === "removed" && event.by === "hidden") {
      this.#hidden.push({ ids: event.ids, isBack: false, atMs });
    }
    if (type === "restored") this.#hidden.push({ ids: event.ids, isBack: true, atMs });
    this.#moderator?.see(publicView(event));
    const told = kindOf(event).tells(event, STAFF);
    if (told) this.#moderator?.see(told);
  }
}

/** The commands behind the buttons. */
function deskOf(
  room: Room,
  staff: Actor,
  clock: VirtualClock,
  awaited: <Result>(call: Promise<Result>) => Promise<Result>,
): Desk {
  const press = async (act: Promise<unknown>) => {
    try {
      await act;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  return {
    raiseShield: () => press(room.do("setShield", { minutes: 10 }, staff)),
    hidden: async () => {
      const [first] = await awaited(room.hidden());
      return first ? { act: first.act, texts: first.messages.map(({ text }) => text) } : null;
    },
    settleHidden: (act, keep) =>
      press(keep ? room.do("keepHidden", { act }, staff) : room.do("removeHidden", { act }, staff)),
    ban: (message) => {
      const midnight = nextMidnight(clock.now(), ZONE);
      const terms = { kind: "ban", message, userId: null, minutes: null, reason: null } as const;
      return press(room.do("sanction", { ...terms, midnight }, staff));
    },
    settleReport: (id, keep) => press(room.do("settleReport", { id, keep }, staff)),
  };
}
