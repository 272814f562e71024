/** How well the room knows a sender today. Newcomers share what they may say; the others have only their own limit. */
import { z } from "zod";

/** `pending`: would be heard, but by what they said under the shield. Still a newcomer, while it is up. */
export const Standing = z.enum(["staff", "regular", "heard", "pending", "new"]);
export type Standing = z.infer<typeof Standing>;

export const isNewcomer = (standing: Standing | undefined) =>
  standing === "new" || standing === "pending";
