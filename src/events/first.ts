import { z } from "zod";
import { SNAPSHOT_MESSAGES } from "../wire/limits.ts";
import { seq } from "../wire/values.ts";

/** To the sockets of staff and regulars alone: these messages are newcomers' first of the day. */
export const First = z.object({
  type: z.literal("first"),
  ids: z.array(seq).max(SNAPSHOT_MESSAGES),
});
export type First = z.infer<typeof First>;
