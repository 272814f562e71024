import { words as english } from "./en-office.ts";
import { translated } from "./translated.ts";
import { words as common, language } from "./words.ts";

/** What the pages say beside the room's own, in the reader's language. */
export const words = { ...common, ...(await translated("office", language, english)) };
