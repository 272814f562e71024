import type { RoomEvent } from "../events/kinds.ts";
import type { RefusalCode } from "../wire/frames.ts";
import type { Meter } from "./meter.ts";
import type { Appended, Clock } from "./ports.ts";
import type { Room } from "./room.ts";
import type { Standing } from "./standing.ts";

const MINUTE_MS = 60_000;
/** The longest day has 25 hours. What goes on beyond it, because no midnight came, begins anew. */
const MOST_MINUTES = 25 * 60;

interface Minute {
  messages: number;
  /** How many were in the room when it ended; null where nobody looked. */
  people: number | null;
  refusals: Map<RefusalCode, number>;
  standings: Record<Counted, number>;
}

/** Who waits to be heard until the shield is down is new. */
type Counted = Exclude<Standing, "pending">;

export interface Figures {
  /** When the first minute began, in milliseconds since the epoch. */
  from: number;
  /** One for each minute; the last is under way. */
  messages: number[];
  people: (number | null)[];
  /** By the codes that there were. */
  refusals: Record<string, number[]>;
  /** Of the messages, those that were stored here, by who said them. */
  standings: Record<Counted, number[]>;
}

/**
 * What this node saw of the day, minute by minute: numbers alone, in memory, gone at midnight. The
 * messages and the people are those of all nodes, the refusals and the standings its own.
 */
export class DayFigures {
  readonly #clock: Pick<Clock, "now">;
  #first: number;
  #minutes: Minute[] = [];
  #day: string;

  constructor(clock: Pick<Clock, "now">, day: string) {
    this.#clock = clock;
    this.#day = day;
    this.#first = this.#now();
  }

  /** The same meter, its refusals counted here too. */
  counting(meter: Meter): Meter {
    const refused = (code: RefusalCode) => {
      meter.refused(code);
      const { refusals } = this.#minute();
      refusals.set(code, (refusals.get(code) ?? 0) + 1);
    };
    return { ...meter, refused };
  }

  follow(room: Pick<Room, "listen" | "listenToTries">): void {
    room.listen((events) => this.happened(events));
    room.listenToTries((_, appended) => this.tried(appended));
  }

  happened(events: readonly RoomEvent[]): void {
    for (const event of events) {
      if (event.type === "cleared" && event.day !== this.#day) {
        this.#day = event.day;
        this.#begin();
      } else if (event.type === "message") {
        this.#minute().messages++;
      }
    }
  }

  /** A message that is said again under its `ref` is stored once. */
  tried({ events, outcomes, standings }: Appended): void {
    const fresh = new Set(events.map(({ seq }) => seq));
    for (const [index, outcome] of outcomes.entries()) {
      const standing = standings[index];
      if (typeof outcome !== "number" || !standing || !fresh.delete(outcome)) continue;
      this.#minute().standings[standing === "pending" ? "new" : standing]++;
    }
  }

  present(people: number): void {
    this.#minute().people = people;
  }

  today(): Figures {
    this.#minute();
    const codes = new Set(this.#minutes.flatMap(({ refusals }) => [...refusals.keys()]));
    const refusals: Figures["refusals"] = {};
    for (const code of codes) {
      refusals[code] = this.#minutes.map((minute) => minute.refusals.get(code) ?? 0);
    }
    return {
      from: this.#first * MINUTE_MS,
      messages: this.#minutes.map(({ messages }) => messages),
      people: this.#minutes.map(({ people }) => people),
      refusals,
      standings: {
        staff: this.#minutes.map(({ standings }) => standings.staff),
        regular: this.#minutes.map(({ standings }) => standings.regular),
        heard: this.#minutes.map(({ standings }) => standings.heard),
        new: this.#minutes.map(({ standings }) => standings.new),
      },
    };
  }

  /** That of now, and every one before it. A clock that was set back stays in the first. */
  #minute(): Minute {
    if (this.#now() - this.#first >= MOST_MINUTES) this.#begin();
    const place = Math.max(0, this.#now() - this.#first);
    for (let at = this.#minutes.length; at < place; at++) this.#minutes.push(emptyMinute());
    const known = this.#minutes[place];
    if (known) return known;
    const minute = emptyMinute();
    this.#minutes.push(minute);
    return minute;
  }

  #begin(): void {
    this.#first = this.#now();
    this.#minutes = [];
  }

  #now(): number {
    return Math.floor(this.#clock.now() / MINUTE_MS);
  }
}

function emptyMinute(): Minute {
  const standings = { staff: 0, regular: 0, heard: 0, new: 0 };
  return { messages: 0, people: null, refusals: new Map(), standings };
}
