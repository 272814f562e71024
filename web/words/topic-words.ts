import { loadPart } from "../shared/load-part.ts";
import { words as english, type TopicWords } from "./en-topics.ts";
import type { Language } from "./languages.ts";
import { language } from "./words.ts";

/** What the page says of the topics of days to come. Comes with them, in the reader's language. */
export const words: TopicWords = await catalogue(language);

async function catalogue(wanted: Language): Promise<TopicWords> {
  try {
    return (await load(wanted)).words;
  } catch (error) {
    console.error("The catalogue for topics did not come.", error);
    return english;
  }
}

async function load(wanted: Language): Promise<{ words: TopicWords }> {
  switch (wanted) {
    case "en":
      return { words: english };
    case "es":
      return await loadPart(() => import("./es-topics.ts"));
    case "fr":
      return await loadPart(() => import("./fr-topics.ts"));
    case "de":
      return await loadPart(() => import("./de-topics.ts"));
    case "pt":
      return await loadPart(() => import("./pt-topics.ts"));
    case "ar":
      return await loadPart(() => import("./ar-topics.ts"));
  }
}
