import { z } from "zod";
import { seq } from "../wire/values.ts";

/** To the sockets of staff alone: how many reports of a message count now, and whether it is hidden. */
export const Reports = z.object({
  type: z.literal("reports"),
  id: seq,
  /** 0: staff have decided. */
  count: z.int().nonnegative(),
  hidden: z.boolean(),
});
export type Reports = z.infer<typeof Reports>;
