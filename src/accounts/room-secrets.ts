import type { Clock } from "../room/ports.ts";

const DAY_MS = 86_400_000;

interface Given {
  current: string;
  /** The one before it; null where there is none. */
  previous: string | null;
  /** From when the current one signs: see the store's agreement. */
  from: number;
}

/** What the room signs with, and what it still believes for a day after that was changed. */
export class RoomSecrets {
  readonly #given: Given;
  readonly #clock: Pick<Clock, "now">;

  constructor(given: Given, clock: Pick<Clock, "now">) {
    this.#given = given;
    this.#clock = clock;
  }

  get signing(): string {
    return this.believed[0] ?? this.#given.current;
  }

  /** The one that signs first. */
  get believed(): readonly string[] {
    const { current, previous, from } = this.#given;
    const now = this.#clock.now();
    if (previous === null || now >= from + DAY_MS) return [current];
    return now < from ? [previous, current] : [current, previous];
  }

  /** For what is kept and opened, and signs nobody in: no day ends that. */
  get all(): readonly string[] {
    const { previous } = this.#given;
    return [...new Set([...this.believed, ...(previous === null ? [] : [previous])])];
  }
}

/** One secret that was never another, or all that a room knows. */
export type Secrets = string | RoomSecrets;

/** Keys made of secrets, each once. */
export class Keys<Key> {
  readonly #secrets: Pick<RoomSecrets, "signing" | "believed" | "all">;
  readonly #make: (secret: string) => Key;
  readonly #made = new Map<string, Key>();

  constructor(secrets: Secrets, make: (secret: string) => Key) {
    this.#secrets =
      typeof secrets === "string"
        ? { signing: secrets, believed: [secrets], all: [secrets] }
        : secrets;
    this.#make = make;
  }

  get signing(): Key {
    return this.#of(this.#secrets.signing);
  }

  get believed(): Key[] {
    return this.#secrets.believed.map((secret) => this.#of(secret));
  }

  get all(): Key[] {
    return this.#secrets.all.map((secret) => this.#of(secret));
  }

  #of(secret: string): Key {
    const made = this.#made.get(secret) ?? this.#make(secret);
    this.#made.set(secret, made);
    return made;
  }
}
