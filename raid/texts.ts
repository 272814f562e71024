/** What people say here: made of these words by chance, so that nobody said it before. */
import type { Random } from "../torture/random.ts";

const HONEST = (
  "printer landlord train router meeting neighbour parking invoice umbrella elevator coffee deadline " +
  "password update queue heating signal receipt ticket bicycle charger kettle monday forecast again " +
  "never always still broken late loud slow wrong twice why how nobody everybody today yesterday " +
  "since before after without because while promised waited called asked paid lost found fixed says " +
  "stops beeps leaks melts jams freezes vanished doubled for hours three times at seven in the rain"
).split(" ");
const HOSTILE = (
  "you all losers pathetic crying babies shut up leave quit nobody wants your whining room dead " +
  "clowns sad lot every one get out now worthless tears hilarious trash go home bunch of fools"
).split(" ");

/** The one text of a raid that has one. */
export const ONE_TEXT = "come over to the other room, this one is finished, everybody is leaving";

export const honestText = (random: Random, length: number) => made(HONEST, random, length);

export const hostileText = (random: Random) => made(HOSTILE, random, random.whole(30, 110));

/** Whole words, and at least one, up to about that length. */
function made(words: readonly string[], random: Random, length: number): string {
  let text = random.pick(words);
  while (text.length < length - 3) text += ` ${random.pick(words)}`;
  return text;
}

/** So many words tell; honest people use some of the same. */
const TELLING = 3;

/** As somebody who reads it would tell. */
export function isHostile(text: string): boolean {
  const words = text.split(" ");
  const isInsult = words.length >= TELLING && words.every((word) => HOSTILE.includes(word));
  return isInsult || text === ONE_TEXT;
}
