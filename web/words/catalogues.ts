import * as ar from "./ar.ts";
import * as de from "./de.ts";
import { type Catalogue, english } from "./english.ts";
import * as es from "./es.ts";
import * as fr from "./fr.ts";
import * as he from "./he.ts";
import * as hi from "./hi.ts";
import * as ja from "./ja.ts";
import * as pt from "./pt.ts";

const en: Catalogue = {
  ...english,
  name: "English",
  direction: "ltr",
  needsScript: "This page needs JavaScript.",
  speakingNeedsScript: "Reading needs nothing more; to speak here, the page needs JavaScript.",
  plurals: ["one", "other"],
};

/** Every language of the pages, in the order in which they are offered. A new one is its file and its name here. */
export const catalogues = { en, es, fr, de, pt, ar, hi, ja, he } satisfies Record<
  string,
  Catalogue
>;

export type Language = keyof typeof catalogues;
