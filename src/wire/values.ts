/** Values that several frames and bodies share. */
import { z } from "zod";

/** A position in the log. */
export const seq = z.int().nonnegative();
export const timestamp = z.iso.datetime({ offset: true });
/** Of a second step: six digits of an app, or a recovery code. */
export const stepCode = z.string().trim().min(1, "A code is needed.").max(64);
/** Who speaks: never told from a text, always from this field. */
export const Kind = z.enum(["guest", "user", "moderator", "admin"]);
export type Kind = z.infer<typeof Kind>;
