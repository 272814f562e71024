import { words as english } from "./en-topics.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What the page says of the topics of days to come. Comes with them, in the reader's language. */
export const words = await translated("topics", language, english);
