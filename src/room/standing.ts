/** How well the room knows a sender today. Newcomers share what they may say; the others have only their own limit. */
import { z } from "zod";

export const Standing = z.enum(["staff", "regular", "heard", "new"]);
export type Standing = z.infer<typeof Standing>;
