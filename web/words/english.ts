import { words } from "./en.ts";
import { words as account } from "./en-account.ts";
import { embed } from "./en-embed.ts";
import { words as forgetting } from "./en-forgetting.ts";
import { words as keys } from "./en-keys.ts";
import { words as office } from "./en-office.ts";
import { words as reader } from "./en-reader.ts";
import { words as setup } from "./en-setup.ts";
import { words as staff } from "./en-staff.ts";
import { words as topics } from "./en-topics.ts";

/** English comes with the pages, each part with what says it; the types of every language are its own. */
export const english = {
  words,
  account,
  embed,
  forgetting,
  keys,
  office,
  reader,
  setup,
  staff,
  topics,
};

export type Words = typeof english;
export type Part = keyof Words;

/** What the one file of a language says of the language, and in it. */
export interface Catalogue extends Words {
  /** As its readers call it. */
  name: string;
  direction: "ltr" | "rtl";
  /** Where none runs, of every page but the room's: nobody can choose a language there. */
  needsScript: string;
  /** In the room's page, which is in the language that the browser prefers, and may be read without. */
  speakingNeedsScript: string;
  /** The forms that it counts in, as Unicode names them. */
  plurals: readonly Intl.LDMLPluralRule[];
}
