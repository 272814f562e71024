import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Challenge, Proof } from "../src/wire/proof.ts";

/** The runtime derives the keys on another thread, so no worker is needed and the page does not stutter. */
export async function solve(challenge: Challenge): Promise<Proof["solution"]> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("It was not solved in time.");
  const { counter, derivedKey } = solution;
  return { counter, derivedKey };
}
