import { words as english } from "./en-forgetting.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What is said about what midnight takes. Comes with what says it, in the reader's language. */
export const words = await translated("forgetting", language, english);
