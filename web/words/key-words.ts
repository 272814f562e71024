import { words as english } from "./en-keys.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What the list of keys says. Comes with it, in the reader's language. */
export const words = await translated("keys", language, english);
