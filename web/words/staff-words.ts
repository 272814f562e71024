import { words as english } from "./en-staff.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What the page says to staff. Comes with what is for them, in the reader's language. */
export const words = await translated("staff", language, english);
