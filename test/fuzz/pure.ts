import { Chance } from "../simulation/chance.ts";
import { mutated } from "./mutate.ts";
import { SEEDS, TARGETS } from "./targets.ts";

/** So many inputs of a target that brought something new are changed further. */
const POOL = 400;

export interface Failure {
  target: string;
  input: string;
  error: string;
}

/**
 * Changes inputs, `count` in all, decided by `seed`. What brings an outcome that was not seen joins
 * those that are changed. Resolves with every input that broke a promise.
 */
export async function fuzzPure(count: number, seed: number): Promise<Failure[]> {
  const failures: Failure[] = [];
  const names = Object.keys(TARGETS);
  for (const [at, target] of names.entries()) {
    const chance = new Chance(seed + at);
    const pool = [...(SEEDS[target] ?? [])];
    const seen = new Set<string>();
    for (let tries = Math.ceil(count / names.length); tries > 0; tries--) {
      const input = mutated(chance.of(pool) ?? "", pool, chance);
      const outcome = await outcomeOf(target, input);
      if ("error" in outcome) failures.push({ target, input, ...outcome });
      else if (!seen.has(outcome.said)) {
        seen.add(outcome.said);
        if (pool.length < POOL) pool.push(input);
      }
    }
  }
  return failures;
}

/** What a target says of an input, or what it threw. */
export async function outcomeOf(
  target: string,
  input: string,
): Promise<{ said: string } | { error: string }> {
  try {
    return { said: (await TARGETS[target]?.(input)) ?? "" };
  } catch (error) {
    return { error: String(error) };
  }
}
