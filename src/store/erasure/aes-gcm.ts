/** How a text is stored: sealed with AES-256-GCM (NIST SP 800-38D) under the key of its day. */
import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from "node:crypto";

/** No message can contain a control character, so a stored text with this mark is a sealed one. */
const MARK = "\u0001";
const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** At the end of base64, so many letters hold at least the tag. */
const TAG_LETTERS = 24;

export function seal(key: KeyObject, seq: number, text: string): string {
  return MARK + sealBytes(key, seq, Buffer.from(text)).toString("base64");
}

/** Throws for another key, another `seq`, or a damaged text. */
export function open(key: KeyObject, seq: number, sealed: string): string {
  return openBytes(key, seq, Buffer.from(sealed.slice(MARK.length), "base64")).toString("utf8");
}

/** As `open`, but null where `open` throws. */
export function openIfSound(key: KeyObject, seq: number, sealed: string): string | null {
  try {
    return open(key, seq, sealed);
  } catch {
    // node:crypto has no other way to say that a text is not what was sealed.
    return null;
  }
}

/** The nonce is random: after a rollback the same `seq` is used again, and a nonce must never be. */
export function sealBytes(key: KeyObject, seq: number, bytes: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(placed(seq));
  const body = cipher.update(bytes);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Throws as `open` does. */
export function openBytes(key: KeyObject, seq: number, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(placed(seq)).setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES));
  // Of a stream nothing is left for the end: it only authenticates.
  decipher.final();
  return body;
}

/** What stands for a sealed text: its end holds the tag, and with another one it does not open. Else the whole. */
export function authenticationOf(stored: string): string {
  return isSealed(stored) ? stored.slice(-TAG_LETTERS) : stored;
}

export function isSealed(stored: string): boolean {
  return stored.startsWith(MARK);
}

/** Authenticates the `seq`, so that a text copied to another row does not open there. */
function placed(seq: number): Buffer {
  return Buffer.from(`${seq}`);
}
