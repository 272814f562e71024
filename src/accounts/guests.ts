import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { AddressHash, Clock, Guest, Guests } from "../room/ports.ts";
import { USUAL_LIMITS } from "../room/speaking-limits.ts";
import { GUEST_NAME_MS } from "../wire/limits.ts";
import type { Challenge, Proof } from "../wire/proof.ts";
import { deriveKey } from "./derive-key.ts";
import { guestName } from "./guest-names.ts";
import type { SignedProofs } from "./proofs.ts";
import { Keys, type Secrets } from "./room-secrets.ts";

/** What a pass says beside who somebody is: nothing, where a later field follows. */
const MARK = {
  none: "",
  proved: "proved",
  cameBefore: "before",
  provedCameBefore: "before,proved",
} as const;

const Pass = z.tuple([
  z.string().min(1).max(32), // id
  z.iso.date(), // the day it is good for
  z.coerce.number().pipe(z.int().nonnegative()), // how often the name was rolled
  z.coerce.number().pipe(z.int().nonnegative()), // when this name was first worn, in milliseconds
  // When the pass was issued, in milliseconds. Earlier programs left it out: then it is from before
  // anything that could depend on it.
  z.coerce.number().pipe(z.int().nonnegative()).default(0),
  // Only in a pass for which a proof was given, or in place of one of the day before.
  z.enum(MARK).optional(),
  // Only where the guest keeps its name for today: how many names it wore before.
  z.coerce.number().pipe(z.int().nonnegative()).optional(),
]);
type Pass = z.infer<typeof Pass>;

/** Guests without a table: a signed pass says who somebody is, and their name follows from it. */
export class SignedGuests implements Guests {
  readonly #keys: Keys<Buffer>;
  readonly #clock: Clock;
  readonly #secrets: Secrets;
  readonly #hash: AddressHash;
  #proofs: Promise<SignedProofs> | null = null;

  constructor(secrets: Secrets, clock: Clock, hash: AddressHash) {
    this.#keys = new Keys(secrets, (secret) => deriveKey(secret, "guests"));
    this.#secrets = secrets;
    this.#clock = clock;
    this.#hash = hash;
  }

  async admit(pass: string | undefined, day: string): Promise<Guest> {
    const known = await this.#ofDay(pass, day);
    return this.#guest(known ?? this.#newcomer(day), known === null);
  }

  async roll(pass: string, day: string): Promise<Guest> {
    const known = (await this.#ofDay(pass, day)) ?? this.#newcomer(day);
    const [id, , rolls, , issued, mark] = known;
    return this.#guest([id, day, rolls + 1, this.#clock.now(), issued, mark], false);
  }

  async keep(pass: string, day: string): Promise<Guest> {
    const known = (await this.#ofDay(pass, day)) ?? this.#newcomer(day);
    const [id, , rolls, since, issued, mark = MARK.none, kept] = known;
    const names = kept ?? this.#names(since);
    return this.#guest([id, day, rolls, since, issued, mark, names], false);
  }

  async challenge(guest: Pick<Guest, "id" | "day">): Promise<Challenge> {
    return (await this.#proving()).challenge(guest);
  }

  async prove(pass: string, day: string, proof: Proof): Promise<Guest | null> {
    const known = this.#read(pass);
    if (known?.[1] !== day) return null;
    const [id, , rolls, since, issued, mark, kept] = known;
    if (!(await (await this.#proving()).accepts({ id, day }, proof))) return null;
    const proved = cameBefore(mark) ? MARK.provedCameBefore : MARK.proved;
    return this.#guest([id, day, rolls, since, issued, proved, kept], false);
  }

  #newcomer(day: string): Pass {
    const now = this.#clock.now();
    return [randomBytes(16).toString("base64url"), day, 0, now, now];
  }

  /**
   * Whoever was here for a while before midnight is somebody else now, but has not just come. Their id
   * is made of the one before: a client whose connection ended before it was told of it says again
   * what it said, and that is stored once. Only the salt, which ends with the day, leads from one to
   * the other.
   */
  async #successor(yesterday: Pass, day: string): Promise<Pass> {
    const id = await this.#hash(`guest ${yesterday[0]}`, day);
    const now = this.#clock.now();
    const wasHere = now - yesterday[4] >= USUAL_LIMITS.heardAfter;
    // The same for all of them: their own time would tell whose pass of yesterday it was.
    const issued = wasHere ? now - USUAL_LIMITS.heardAfter : now;
    return [id, day, 0, now, issued, MARK.cameBefore];
  }

  #guest(fields: Pass, isNew: boolean): Guest {
    const [id, day, rolls, since, issued, mark, kept] = fields;
    const key = this.#keys.signing;
    const names = kept ?? this.#names(since);
    const name = guestName(sign(key, JSON.stringify(["name", id, rolls, names])));
    const body = fields.filter((field) => field !== undefined).join(".");
    return {
      id,
      day,
      name,
      since: issued,
      isProved: mark === MARK.proved || mark === MARK.provedCameBefore,
      cameBefore: cameBefore(mark),
      isNew,
      nameUntil: kept === undefined ? since + (names + 1) * GUEST_NAME_MS : null,
      pass: `${body}.${sign(key, body).toString("base64url")}`,
    };
  }

  /** Loaded when somebody owes a proof: its library takes milliseconds of a start. */
  #proving(): Promise<SignedProofs> {
    this.#proofs ??= import("./proofs.ts").then(
      ({ SignedProofs }) => new SignedProofs(this.#secrets, this.#clock),
    );
    return this.#proofs;
  }

  /** How many names were worn before the present one. */
  #names(since: number): number {
    return Math.max(0, Math.floor((this.#clock.now() - since) / GUEST_NAME_MS));
  }

  /** Whom the pass makes its guest on this day; null for nobody. */
  async #ofDay(pass: string | undefined, day: string): Promise<Pass | null> {
    const read = this.#read(pass);
    if (read?.[1] === dayBefore(day)) return this.#successor(read, day);
    return read?.[1] === day ? read : null;
  }

  #read(pass: string | undefined): Pass | null {
    if (pass === undefined) return null;
    const end = pass.lastIndexOf(".");
    const body = pass.slice(0, Math.max(0, end));
    const given = Buffer.from(pass.slice(end + 1));
    const isSigned = this.#keys.believed.some((key) => {
      // As text: bytes may be spelled in many ways.
      const right = Buffer.from(sign(key, body).toString("base64url"));
      return given.length === right.length && timingSafeEqual(given, right);
    });
    if (!isSigned) return null;
    const parsed = Pass.safeParse(body.split("."));
    return parsed.success ? parsed.data : null;
  }
}

function cameBefore(mark: Pass[5]): boolean {
  return mark === MARK.cameBefore || mark === MARK.provedCameBefore;
}

function sign(key: Buffer, body: string): Buffer {
  return createHmac("sha256", key).update(body).digest();
}

/**
 * Addresses are told apart within a day, and cannot be followed into the next. The store is asked for
 * the day's salt once: a slow disk keeps nobody waiting at the door.
 */
export class AddressHashes {
  readonly #ask: (day: string) => Promise<string>;
  #held: { day: string; salt: Promise<string> } | null = null;

  constructor(salt: (day: string) => Promise<string>) {
    this.#ask = salt;
  }

  readonly hash: AddressHash = async (address, day) =>
    createHmac("sha256", await this.#salt(day))
      .update(address)
      .digest("base64url")
      .slice(0, 22);

  /** At the end of the day: with its salt, an address could be found again by trying them all. */
  forget(): void {
    this.#held = null;
  }

  async #salt(day: string): Promise<string> {
    if (this.#held?.day !== day) this.#held = { day, salt: this.#ask(day) };
    const { salt } = this.#held;
    return salt.catch((error: unknown) => {
      this.forget();
      throw error;
    });
  }
}

function dayBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();
}
