import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "../room/ports.ts";

const GOOD_FOR_MS = 60 * 60_000;

/**
 * The secrets of setup links: when they expire, signed with what all nodes of a room share, so that
 * a link of one works on each. That only one makes an admin is the store's care.
 */
export class SetupSecrets {
  readonly #key: string;
  readonly #clock: Clock;

  constructor(key: string, clock: Clock) {
    this.#key = key;
    this.#clock = clock;
  }

  issue(): string {
    const expires = `${this.#clock.now() + GOOD_FOR_MS}`;
    return `${expires}-${this.#sign(expires)}`;
  }

  isGood(secret: string): boolean {
    const [, expires = "", signature = ""] = /^(\d{1,15})-(\w+)$/.exec(secret) ?? [];
    const given = Buffer.from(signature);
    const right = Buffer.from(this.#sign(expires));
    const isSigned = given.length === right.length && timingSafeEqual(given, right);
    return isSigned && this.#clock.now() <= Number(expires);
  }

  #sign(expires: string): string {
    return createHmac("sha256", this.#key).update(`setup until ${expires}`).digest("hex");
  }
}
