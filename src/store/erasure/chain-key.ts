import { hkdfSync } from "node:crypto";

/** The key that links the rows of `day`, from the key of that day, and nobody's after it. As text: so it is hashed. */
export function chainKey(dayKey: Uint8Array, day: string): string {
  return Buffer.from(hkdfSync("sha256", dayKey, day, "chain", 32)).toString("base64");
}
