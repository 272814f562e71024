import { signal } from "@preact/signals";
import { KEYS, local } from "../../shared/storage.ts";

export const OFF = "off";

/** Whether keys of one character do something: who speaks to their computer turns them off (WCAG 2.1.4). */
export const singleKeys = signal(local.recall(KEYS.singleKeys) !== OFF);

/** Somebody who writes, or chooses, means the letter. */
export const isWriting = ({ target }: Event) =>
  target instanceof Element && target.matches("textarea, input, select");
