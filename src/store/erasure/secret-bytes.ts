/** Where the bytes of a secret lie, so that none are left when they are wiped. */
import { createSecretKey, type KeyObject } from "node:crypto";

/**
 * Zeroed memory that stays where it is, so that `fill(0)` leaves nothing. A small buffer made in any other way is
 * moved when somebody takes a view of it (`subarray`, `buffer`), and what was copied from is not cleared.
 */
export function wipeable(bytes: number): Buffer {
  return Buffer.from(new ArrayBuffer(bytes));
}

/** A key of these bytes, which are wiped. */
export function intoSecret(bytes: Buffer): KeyObject {
  const secret = createSecretKey(bytes);
  bytes.fill(0);
  return secret;
}
