import { words as english } from "./en-setup.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What is said at the first run and about a sign-in, in the reader's language. Comes with the parts that say it. */
export const words = await translated("setup", language, english);
