import { words as english } from "./en-account.ts";
import { translated } from "./translated.ts";
import { language } from "./words.ts";

/** What is said on the account's page, in the reader's language. */
export const words = await translated("account", language, english);
