/**
 * How a node gets the key of the day from another node, over NOTIFY. The key is sealed with a secret
 * from an X25519 agreement (RFC 7748) whose private keys both sides throw away, so nobody can open
 * a recorded message later. Every message is signed with the nodes' shared secret, so the database
 * can neither get a key nor insert one.
 */
import {
  createHmac,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomUUID,
  timingSafeEqual,
} from "node:crypto";
import { z } from "zod";
import { parseJson } from "../../wire/json.ts";
import type { Database } from "../database/database.ts";
import { openBytes, sealBytes } from "./aes-gcm.ts";
import { type HeldKey, keyBytes, keyFrom } from "./day-key.ts";
import { intoSecret } from "./secret-bytes.ts";

const CHANNEL = "rage_room_keys";
const ASK_AGAIN_MS = 300;
const ASKS = 5;

const Ask = z.object({ kind: z.literal("ask"), id: z.uuid(), from: z.base64() });
const Give = z.object({
  kind: z.literal("give"),
  id: z.uuid(),
  from: z.base64(),
  box: z.base64(),
});
const Word = z.object({ said: z.discriminatedUnion("kind", [Ask, Give]), mac: z.string() });
type Said = z.infer<typeof Word>["said"];

/** Returns whether the key was the right one. */
type Take = (key: HeldKey) => boolean;
interface Waiting {
  secret: KeyObject;
  take: Take;
  taken: () => void;
}

export class KeyExchange {
  readonly #db: Database;
  readonly #macKeys: readonly Buffer[];
  readonly #held: () => HeldKey | null;
  readonly #waiting = new Map<string, Waiting>();

  private constructor(db: Database, secrets: readonly string[], held: () => HeldKey | null) {
    this.#db = db;
    this.#macKeys = secrets.map((secret) =>
      Buffer.from(hkdfSync("sha256", secret, "", "exchange of the day's key", 32)),
    );
    this.#held = held;
  }

  static async open(
    db: Database,
    secrets: readonly string[],
    held: () => HeldKey | null,
  ): Promise<KeyExchange> {
    const exchange = new KeyExchange(db, secrets, held);
    await db.listen(
      CHANNEL,
      (word) => exchange.#hear(word),
      () => undefined,
    );
    return exchange;
  }

  /** Asks the other nodes until `take` accepts a key. False if it accepted none within 1.5 seconds. */
  async ask(take: Take): Promise<boolean> {
    const id = randomUUID();
    const { publicKey, privateKey } = generateKeyPairSync("x25519");
    const taken = Promise.withResolvers<true>();
    this.#waiting.set(id, { secret: privateKey, take, taken: () => taken.resolve(true) });
    try {
      for (let asks = 0; asks < ASKS; asks++) {
        const macKey = this.#macKeys[asks % this.#macKeys.length];
        if (macKey) await this.#say({ kind: "ask", id, from: published(publicKey) }, macKey);
        if (await Promise.race([taken.promise, Bun.sleep(ASK_AGAIN_MS)])) return true;
      }
      return false;
    } finally {
      this.#waiting.delete(id);
    }
  }

  #hear(text: string): void {
    const word = Word.safeParse(parseJson(text));
    const macKey = word.success ? this.#signerOf(word.data) : undefined;
    if (!word.success || macKey === undefined) return;
    const { said } = word.data;
    if (said.kind === "give") this.#receive(said);
    else if (!this.#waiting.has(said.id)) this.#give(said, macKey);
  }

  /** Signed with the secret that the asker has. */
  #give({ id, from }: z.infer<typeof Ask>, macKey: Buffer): void {
    const held = this.#held();
    if (held === null) return;
    const { publicKey, privateKey } = generateKeyPairSync("x25519");
    const own = published(publicKey);
    const key = boxKey(privateKey, from, `${id} ${from} ${own}`);
    const bytes = keyBytes(held);
    const box = sealBytes(key, 0, bytes).toString("base64");
    bytes.fill(0);
    this.#say({ kind: "give", id, from: own, box }, macKey).catch((error: unknown) => {
      this.#db.report(`The day's key could not be given to another node: ${error}`);
    });
  }

  #receive({ id, from, box }: z.infer<typeof Give>): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    const asker = published(createPublicKey(waiting.secret));
    const key = boxKey(waiting.secret, from, `${id} ${asker} ${from}`);
    const bytes = openBytes(key, 0, Buffer.from(box, "base64"));
    const held = keyFrom(bytes);
    bytes.fill(0);
    if (held === null) return;
    if (waiting.take(held)) waiting.taken();
    held.key.fill(0);
  }

  async #say(said: Said, macKey: Buffer): Promise<void> {
    const word = JSON.stringify({ said, mac: macOf(said, macKey).toString("base64") });
    await this.#db.read`SELECT pg_notify(${CHANNEL}, ${word})`;
  }

  /** The key of the secret that signed it; undefined for none of ours. */
  #signerOf({ said, mac }: z.infer<typeof Word>): Buffer | undefined {
    const given = Buffer.from(mac, "base64");
    return this.#macKeys.find((key) => {
      const right = macOf(said, key);
      return given.length === right.length && timingSafeEqual(given, right);
    });
  }
}

function macOf(said: Said, macKey: Buffer): Buffer {
  const fields = said.kind === "ask" ? [said.from] : [said.from, said.box];
  const signed = JSON.stringify([said.kind, said.id, ...fields]);
  return createHmac("sha256", macKey).update(signed).digest();
}

function published(key: KeyObject): string {
  return key.export({ type: "spki", format: "der" }).toString("base64");
}

function boxKey(own: KeyObject, theirs: string, transcript: string): KeyObject {
  const publicKey = createPublicKey({
    key: Buffer.from(theirs, "base64"),
    type: "spki",
    format: "der",
  });
  const shared = intoSecret(diffieHellman({ privateKey: own, publicKey }));
  return intoSecret(Buffer.from(hkdfSync("sha256", shared, "", transcript, 32)));
}
