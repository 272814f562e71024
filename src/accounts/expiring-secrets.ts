import { createHmac, timingSafeEqual } from "node:crypto";
import type { Clock } from "../room/ports.ts";
import { Keys, type Secrets } from "./room-secrets.ts";

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
  readonly #keys: Keys<string>;
  readonly #clock: Pick<Clock, "now">;
  readonly #use: Use;

  constructor(secrets: Secrets, clock: Pick<Clock, "now">, use: Use) {
    this.#keys = new Keys(secrets, (secret) => secret);
    this.#clock = clock;
    this.#use = use;
  }

  issue(): string {
    const expires = `${this.#clock.now() + this.#use.goodForMs}`;
    return `${expires}-${this.#sign(this.#keys.signing, expires)}`;
  }

  isGood(secret: string): boolean {
    const [, expires = "", signature = ""] = /^(\d{1,15})-(\w+)$/.exec(secret) ?? [];
    const given = Buffer.from(signature);
    const isSigned = this.#keys.believed.some((key) => {
      const right = Buffer.from(this.#sign(key, expires));
      return given.length === right.length && timingSafeEqual(given, right);
    });
    return isSigned && this.#clock.now() <= Number(expires);
  }

  #sign(key: string, expires: string): string {
    const text = `${this.#use.purpose} until ${expires}`;
    return createHmac("sha256", key).update(text).digest("hex");
  }
}
