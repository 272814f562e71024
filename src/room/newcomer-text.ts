/** What a newcomer's message may not be. A person who was heard may say it. */

const LINK = /(?:https?:|www\.)\S|\p{L}\.(?:com|net|org|info|biz|io|gg|me|ru|cn|tk|xyz|top|ly)\b/iu;
const CAPITALS = /\p{Lu}/gu;
const LETTERS = /\p{L}/gu;
const EMOJI = /\p{ExtPict}|\p{RI}{2}/gu;
/** Shorter ones are a cry, not a wall. */
const WALL_LETTERS = 30;
const CAPITAL_SHARE = 0.7;
const WALL_EMOJI = 10;

/** A sentence that says why, or null. A wall hides others, so it takes others to be one. */
export function newcomerFault(text: string, isConversation: boolean): string | null {
  if (LINK.test(text)) return "A newcomer’s message holds no links.";
  if (!isConversation) return null;
  const letters = count(text, LETTERS);
  if (letters >= WALL_LETTERS && count(text, CAPITALS) > letters * CAPITAL_SHARE)
    return "A newcomer’s message is no wall of capitals.";
  if (count(text, EMOJI) > WALL_EMOJI) return "A newcomer’s message is no wall of emoji.";
  return null;
}

function count(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}
