/** A proof of work, in the form that ALTCHA's libraries solve: see docs/protocol.md. */
import { z } from "zod";

const hex = z.string().regex(/^([0-9a-f]{2}){1,64}$/);

export const Challenge = z.object({
  parameters: z.object({
    algorithm: z.literal("PBKDF2/SHA-256"),
    nonce: hex,
    salt: hex,
    cost: z.int().positive(),
    keyLength: z.int().positive(),
    keyPrefix: hex,
    keySignature: hex,
    /** Whose it is, and until when it may be answered, in milliseconds since the epoch. */
    data: z.object({ guest: z.string().max(32), day: z.iso.date(), until: z.int() }),
  }),
  signature: hex,
});
export type Challenge = z.infer<typeof Challenge>;

/** A challenge with what solves it. */
export const Proof = z.object({
  challenge: Challenge,
  solution: z.object({ counter: z.int().nonnegative(), derivedKey: hex }),
});
export type Proof = z.infer<typeof Proof>;
