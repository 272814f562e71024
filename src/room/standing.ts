/** How well the room knows a sender today. Who was heard is left alone; newcomers share what they may say. */
import { z } from "zod";

export const Standing = z.enum(["staff", "regular", "heard", "new"]);
export type Standing = z.infer<typeof Standing>;
