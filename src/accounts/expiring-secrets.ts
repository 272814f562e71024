import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "../room/ports.ts";

/** What a secret is for, and for how long it is good. */
interface Use {
  purpose: string;
  goodForMs: number;
}

/**
 * Secrets that say when they expire, signed with what all nodes of a room share: none is stored, and
 * that of one node works on each. One for another purpose is no good.
 */
export class ExpiringSecrets {
  readonly #key: string;
  readonly #clock: Pick<Clock, "now">;
  readonly #use: Use;

  constructor(key: string, clock: Pick<Clock, "now">, use: Use) {
    this.#key = key;
    this.#clock = clock;
    this.#use = use;
  }

  issue(): string {
    const expires = `${this.#clock.now() + this.#use.goodForMs}`;
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
    const text = `${this.#use.purpose} until ${expires}`;
    return createHmac("sha256", this.#key).update(text).digest("hex");
  }
}
