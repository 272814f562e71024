import { z } from "zod";
import { timestamp } from "../wire/values.ts";
import type { Sanction } from "./sanction.ts";

/** The last that the sockets of who is banned are told, before they are closed; a hello is told it in place of a welcome. */
export const Banned = z.object({
  type: z.literal("banned"),
  /** Null where only staff end it. */
  until: timestamp.nullable(),
  reason: z.string().optional(),
});
export type Banned = z.infer<typeof Banned>;

export function banned({ until, reason }: Pick<Sanction, "until" | "reason">): Banned {
  return {
    type: "banned",
    until: until === null ? null : new Date(until).toISOString(),
    ...(reason === null ? {} : { reason }),
  };
}
