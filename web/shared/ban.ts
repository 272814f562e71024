import { words } from "../words/words.ts";
import { moment } from "./moment.ts";

interface End {
  /** Null where only staff end it. */
  until: string | null;
  reason?: string | undefined;
}

/** Why somebody may not come in, until when, and whom to ask. */
export function banSentence(ban: End): string {
  // A reason is in the words of whoever gave it, seldom a sentence.
  const isCut = ban.reason !== undefined && !/[.!?…؟]$/u.test(ban.reason);
  const told = words.link.banned(endOf(ban), ban.reason);
  return `${told}${isCut ? "." : ""} ${words.link.askWhy}`;
}

export function muteSentence(mute: End): string {
  return words.log.muted(endOf(mute), mute.reason);
}

const endOf = ({ until }: End) => (until === null ? undefined : moment(until));
