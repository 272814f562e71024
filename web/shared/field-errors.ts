import type { Problem } from "../../src/wire/http.ts";
import { language } from "../words/words.ts";

/** What is wrong with each field. The server says it in English: whoever reads another language is told in theirs that it is. */
export function fieldErrors({ errors = [], detail }: Problem): NonNullable<Problem["errors"]> {
  return language === "en" ? errors : errors.map(({ field }) => ({ field, detail }));
}
