import { createCipheriv } from "node:crypto";

/** No text is sealed with this nonce: theirs are random, and this one is used for nothing else. */
const NONCE = Buffer.from("of the chain");

/**
 * The key that links the rows of `day`, from the key of that day, and nobody's after it. By the cipher that seals, as HKDF
 * leaves copies of the day's key in memory. As text: so it is hashed.
 */
export function chainKey(dayKey: Uint8Array, day: string): string {
  const cipher = createCipheriv("aes-256-gcm", dayKey, NONCE).setAAD(Buffer.from(day));
  cipher.final();
  return cipher.getAuthTag().toString("base64");
}
