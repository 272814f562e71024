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

/** How many of those who said so left a day how. */
export const Moods = z.object({ angrier: z.int(), same: z.int(), calmer: z.int() });

/** Whether this program knows an IANA time zone of this name, canonical or not. */
export function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    // An offset is none: it has no name to say, and no summer.
    return /^[A-Za-z]/.test(name);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export const timezone = z
  .string()
  .max(64)
  .refine(isTimeZone, "A time zone has a name such as Europe/Berlin.");
