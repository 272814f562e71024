import { hkdfSync } from "node:crypto";

/** A key of its own for each purpose: what one signs, no other takes. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}
