/** What guided.ts asks of its loop, and what it is answered, a line for each target. */
import { z } from "zod";

/** By target: inputs that reached what none before them did. */
export const Corpus = z.record(z.string(), z.array(z.string()));

export const Plan = z.object({ ms: z.number(), seed: z.int(), corpus: Corpus });
export type Plan = z.infer<typeof Plan>;

export const Found = z.object({
  target: z.string(),
  inputs: z.int(),
  /** Pieces of code, each once for every power of two of its times. */
  reached: z.int(),
  /** So many of them by what others are changed from alone. */
  bySeeds: z.int(),
  corpus: z.array(z.string()),
  failures: z.array(z.object({ input: z.string(), error: z.string() })),
});
export type Found = z.infer<typeof Found>;
