/**
 * An evening without sockets and without waiting: the plan's people say their lines to the real room
 * on the real store, in a time that passes as fast as they do. What the wire and the clients add,
 * delays and proofs of work, is not in it; what the room lets pass is.
 */
import { endShield } from "../src/jobs/end-shield.ts";
import { raiseShield } from "../src/jobs/raise-shield.ts";
import type { Logger, Sender } from "../src/room/ports.ts";
import { Refusal } from "../src/room/refusal.ts";
import { Room } from "../src/room/room.ts";
import { USUAL_LIMITS } from "../src/room/speaking-limits.ts";
import { WordList } from "../src/room/word-list.ts";
import { type VirtualClock, virtualClock } from "../test/harness/clock.ts";
import { sqlDisk } from "../test/simulation/sql-disk.ts";
import type { Newcomer, Outcome } from "./evening.ts";
import { type Person, type Plan, ROUNDS } from "./plan.ts";
import type { Shown } from "./reader.ts";
import type { Sent } from "./speaker.ts";

export interface VirtualOutcome extends Outcome {
  /** How often the room raised its shield by itself. */
  shields: number;
}

const BEGIN = "2026-03-01T18:00:00Z";
const ZONE = "Europe/Berlin";
const TOPIC = { topic: "Printers", rules: "Be loud." };
/** Every message waits for the beat of its batch. */
const BEAT_MS = 16;
const GROUP = 10;
const STEP_MS = 30_000;
const SETTLE_MS = 25_000;
const nobodyReads = () => undefined;
const LOGGER: Logger = {
  debug: nobodyReads,
  info: nobodyReads,
  warn: nobodyReads,
  error: (fields, sentence) => {
    throw new Error(`${sentence} ${Bun.inspect(fields)}`);
  },
};

export async function virtualEvening(plan: Plan): Promise<VirtualOutcome> {
  const disk = await sqlDisk(USUAL_LIMITS);
  try {
    const clock = virtualClock(BEGIN);
    const room = await Room.open({
      log: disk.open(),
      users: disk.users,
      clock,
      logger: LOGGER,
      timezone: ZONE,
      topic: TOPIC,
      pacer: { whenDue: (run) => void clock.after(BEAT_MS, run) },
      newcomersWait: USUAL_LIMITS.newcomersWait,
      words: new WordList([]),
    });
    const evening = new VirtualEvening(plan, room, clock);
    return await evening.pass();
  } finally {
    await disk.close();
  }
}

class VirtualEvening {
  readonly #plan: Plan;
  readonly #room: Room;
  readonly #clock: VirtualClock;
  readonly #sent: Sent[] = [];
  readonly #shown: Shown[] = [];
  readonly #newcomers: Newcomer[] = [];
  readonly #issuedPass: () => void;
  #shields = 0;
  #isOver = false;

  constructor(plan: Plan, room: Room, clock: VirtualClock) {
    this.#plan = plan;
    this.#room = room;
    this.#clock = clock;
    let wasUp = false;
    room.listen((events) => {
      for (const { type, seq } of events) {
        if (type === "message") this.#shown.push({ seq, atMs: clock.now() });
      }
      const isUp = room.state.shield !== null;
      if (isUp && !wasUp) this.#shields++;
      wasUp = isUp;
    });
    this.#issuedPass = raiseShield(room, clock, LOGGER);
    endShield(room, clock, LOGGER);
  }

  async pass(): Promise<VirtualOutcome> {
    const { people, raidMs, endMs } = this.#plan;
    const heard = people.filter(({ before }) => before.length > 0);
    const senders = new Map(heard.map((person) => [person, this.#sender(person, person.name)]));
    for (let round = 0; round < ROUNDS; round++) {
      for (let at = 0; at < heard.length; at += GROUP) {
        for (const person of heard.slice(at, at + GROUP)) {
          const sender = senders.get(person);
          if (sender)
            void this.#say(person, sender, person.before[round] ?? "", this.#newSent(person));
        }
        await this.#clock.advance(STEP_MS);
      }
    }
    const start = this.#clock.now();
    for (const person of people) this.#play(person, senders.get(person) ?? null, start);
    await this.#clock.advanceTo(start + endMs);
    this.#isOver = true;
    await this.#clock.advance(SETTLE_MS);
    return {
      raidAt: start + raidMs,
      endAt: start + endMs,
      sent: this.#sent,
      turned: [],
      newcomers: this.#newcomers,
      shown: this.#shown,
      hidden: [],
      presses: [],
      reportedSince: 0,
      cpuSeconds: Number.NaN,
      shields: this.#shields,
    };
  }

  #play(person: Person, known: Sender | null, start: number): void {
    const { side, arrivesMs, lines, manner } = person;
    let sender = known;
    const own: Newcomer = { arrivedAt: start + arrivesMs, tried: false, firstStoredAt: null };
    if (side === "new") this.#newcomers.push(own);
    this.#at(start + arrivesMs, () => {
      sender ??= this.#newPass(person);
    });
    for (const { atMs, text } of lines) {
      this.#at(start + atMs, async () => {
        own.tried = true;
        if (sender === null) sender = this.#newPass(person);
        const sent = this.#newSent(person);
        const storedAt = await this.#say(person, sender, text, sent);
        if (storedAt !== null) own.firstStoredAt ??= storedAt;
        if (manner === "a pass each time") sender = null;
        if (manner === "a pass once refused" && storedAt === null) sender = null;
      });
    }
  }

  #at(instant: number, run: () => void): void {
    this.#clock.after(Math.round(instant) - this.#clock.now(), run);
  }

  #newPass(person: Person): Sender {
    this.#issuedPass();
    return this.#sender(person, `${person.name}-${this.#sent.length}`);
  }

  #sender({ name, address }: Person, key: string): Sender {
    const range = address.slice(0, address.lastIndexOf("."));
    return { key, name, kind: "guest", userId: null, range, since: this.#clock.now() };
  }

  #newSent({ side, name }: Person): Sent {
    const sent: Sent = { side, person: name, atMs: this.#clock.now(), answer: null, seenMs: null };
    this.#sent.push(sent);
    return sent;
  }

  /** When it was stored; null where it never was. Honest people say again what has to wait, as the page does. */
  async #say(person: Person, sender: Sender, text: string, sent: Sent): Promise<number | null> {
    try {
      const seq = await this.#room.say(sender, null, text);
      const atMs = this.#clock.now();
      sent.answer = { seq, atMs };
      if (person.side !== "raid") sent.seenMs = atMs;
      return atMs;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, retryAfter } = error;
      if (person.side !== "raid" && code === "newcomer" && retryAfter !== undefined) {
        if (this.#isOver) return null;
        const again = Promise.withResolvers<void>();
        this.#clock.after(Math.ceil(retryAfter * 1_000), again.resolve);
        await again.promise;
        return this.#say(person, sender, text, sent);
      }
      sent.answer = { refused: code };
      return null;
    }
  }
}
