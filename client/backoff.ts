const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
const SHORTEST_MS = 250;

/** Full jitter: a thousand pages cut off together come back spread out. `random` is in [0, 1). */
export function backoff(tries: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);
  return Math.max(SHORTEST_MS, Math.round(random * ceiling));
}
