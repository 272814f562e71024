import { randomInt } from "node:crypto";
import { SIGN, SPACE, unitsAt } from "./readings.ts";

/** Shorter texts are alike by chance: yes, lol, good morning. */
const LEAST_LETTERS = 12;
/** Nobody outside can look for texts whose hashes meet. */
const SEED = randomInt(2 ** 31);

/**
 * The same number for texts that read alike: NFKD, letters only, each as the one it looks like, a
 * run as one. Null for a text with fewer than twelve. It holds for this process.
 */
export function likenessOf(text: string): number | null {
  const whole = text.normalize("NFKD");
  let letters = 0;
  let last = 0;
  let [high, low] = [SEED, SEED ^ 0x9e3779b9];
  for (let at = 0; at < whole.length; at++) {
    for (const unit of unitsAt(whole, at)) {
      if (unit === SPACE || unit === SIGN || unit === last) continue;
      last = unit;
      letters++;
      high = Math.imul(high ^ unit, 0x85ebca6b) ^ (high >>> 13);
      low = Math.imul(low ^ unit, 0xc2b2ae35) ^ (low >>> 16);
    }
  }
  if (letters < LEAST_LETTERS) return null;
  return (high & 0x1fffff) * 2 ** 32 + (low >>> 0);
}
