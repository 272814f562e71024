import { words as english } from "./en-reader.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What the page says to who does more than read and write. Comes with what they open, in the reader's language. */
export const words = await translated("reader", language, english);
