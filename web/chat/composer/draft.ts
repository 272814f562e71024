import { signal } from "@preact/signals";
import { TEXT_GRAPHEMES, TEXT_UNITS } from "../../../src/wire/limits.ts";
import { KEYS, local, tab } from "../../shared/storage.ts";
import { length } from "./text-length.ts";

/** Room for twice the heaviest message: a longer text is not to be measured at every key. */
export const DRAFT_UNITS = TEXT_UNITS * 2;

/**
 * What is being written. It belongs to its tab, through a reload too; what was last written in any
 * tab is what a new one begins with.
 */
export class Draft {
  readonly text = signal("");
  /** Whether something did not fit, until the text is one that can be sent. */
  readonly isCut = signal(false);

  constructor() {
    this.write(tab.recall(KEYS.draft) ?? local.recall(KEYS.draft) ?? "");
  }

  /** Takes as much as fits; says what it took. */
  write(whole: string): string {
    const text = beginningOf(whole);
    const before = this.text.peek();
    if (text.length < whole.length) this.isCut.value = true;
    else if (length(text).count <= TEXT_GRAPHEMES) this.isCut.value = false;
    this.text.value = text;
    tab.keep(KEYS.draft, text);
    if (text !== "") local.keep(KEYS.draft, text);
    else if (local.recall(KEYS.draft) === before) local.forget(KEYS.draft);
    return text;
  }
}

function beginningOf(text: string): string {
  if (text.length <= DRAFT_UNITS) return text;
  // Half of a character would be none.
  return text.slice(0, DRAFT_UNITS).replace(/[\ud800-\udbff]$/, "");
}
