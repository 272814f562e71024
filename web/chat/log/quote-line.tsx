import { hue } from "../../shared/hue.ts";
import { words } from "../../words/words.ts";
import type { Quote } from "../state/entries.ts";
import type { Room } from "../state/room.ts";

/** One line of what is replied to; nothing of whom the reader ignores. */
export function QuoteLine({ quote, room }: { quote: Quote; room: Room }) {
  if (room.ignored.has(quote)) return null;
  const [first] = quote.text.split("\n", 1);
  return (
    <p class="quote" dir="auto">
      <span class="unseen">{words.log.repliesTo}</span>{" "}
      <bdi class="name" translate={false} style={{ color: hue(quote.user) }}>
        {quote.user}
      </bdi>{" "}
      {first}
    </p>
  );
}
