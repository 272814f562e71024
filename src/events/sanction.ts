import { z } from "zod";
import { seq } from "../wire/values.ts";

/** What staff laid on a sender. At most one of a kind is in force for a subject: a new one takes its place. */
export const Sanction = z.object({
  /** The `seq` of its event. */
  id: seq,
  kind: z.enum(["mute", "ban"]),
  /** The key of its sender. */
  subject: z.string(),
  /** Of a guest who is banned: the keyed hash of the range of addresses that they spoke from. */
  range: z.string().nullable(),
  /** Null for a guest: then it ends with the day. */
  userId: z.int().nullable(),
  name: z.string(),
  /** In milliseconds since the epoch; null where only staff end it. */
  until: z.int().nullable(),
  reason: z.string().nullable(),
  at: z.int(),
});
export type Sanction = z.infer<typeof Sanction>;

/** Whom a sanction may concern. */
export interface Subject {
  key: string | null;
  range: string | null;
  /** When a guest's pass was issued; null for an account. */
  since: number | null;
}

/**
 * A guest's ban concerns whoever took a pass after it in the same range too: a new pass costs
 * nothing. Passes that others there had before are left alone.
 */
export function concerns(sanction: Sanction, { key, range, since }: Subject): boolean {
  if (sanction.subject === key) return true;
  const { kind, range: banned, at } = sanction;
  return kind === "ban" && banned !== null && banned === range && since !== null && since >= at;
}

export const inForce = ({ until }: Sanction, at: number) => until === null || until > at;
