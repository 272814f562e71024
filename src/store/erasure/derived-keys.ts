import { createCipheriv, type KeyObject } from "node:crypto";

/** No text is sealed with these nonces: theirs are random, and each of these is used for one thing. */
const OF_THE_CHAIN = Buffer.from("of the chain");
const OF_ADDRESSES = Buffer.from("of addresses");

/**
 * The key that links the rows of `day`, from the key of that day, and nobody's after it. As text: so it is hashed.
 */
export function chainKey(dayKey: KeyObject, day: string): string {
  return derived(dayKey, OF_THE_CHAIN, day);
}

/** The key for hashes of addresses on `day`. */
export function addressKey(dayKey: KeyObject, day: string): string {
  return derived(dayKey, OF_ADDRESSES, day);
}

/** By the cipher that seals, as HKDF leaves copies of the day's key in memory. */
function derived(dayKey: KeyObject, nonce: Uint8Array, day: string): string {
  const cipher = createCipheriv("aes-256-gcm", dayKey, nonce).setAAD(Buffer.from(day));
  cipher.final();
  return cipher.getAuthTag().toString("base64");
}
