import { words as ar } from "../../web/words/ar.ts";
import { words as de } from "../../web/words/de.ts";
import { words as en, type Words } from "../../web/words/en.ts";
import { words as es } from "../../web/words/es.ts";
import { words as fr } from "../../web/words/fr.ts";
import type { Language } from "../../web/words/languages.ts";
import { words as pt } from "../../web/words/pt.ts";

/** What the pages say, in every language, for what is said before a page's own script runs. */
export const catalogues: Record<Language, Words> = { en, es, fr, de, pt, ar };
