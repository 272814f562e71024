import { z } from "zod";
import { timestamp } from "../wire/values.ts";
import type { Sanction } from "./sanction.ts";

/** To the sockets of who is muted alone. A mute that was lifted is one whose `until` is over. */
export const Muted = z.object({
  type: z.literal("muted"),
  /** Null where only staff end it. */
  until: timestamp.nullable(),
  reason: z.string().optional(),
});
export type Muted = z.infer<typeof Muted>;

export function muted({ until, reason }: Pick<Sanction, "until" | "reason">): Muted {
  return {
    type: "muted",
    until: until === null ? null : new Date(until).toISOString(),
    ...(reason === null ? {} : { reason }),
  };
}
