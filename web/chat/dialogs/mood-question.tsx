import { useSignal } from "@preact/signals";
import { MOODS } from "../../../src/wire/limits.ts";
import { Changing } from "../../shared/changing.tsx";
import { loadStyle } from "../../shared/load-style.ts";
import { words } from "../../words/forgetting-words.ts";
import type { Room } from "../state/room.ts";
import styles from "./mood.css" with { type: "file" };

await loadStyle(styles);

/** How the reader leaves the day that ended. Three numbers are all that is kept of it. */
export function MoodQuestion({ room }: { room: Room }) {
  const isAnswered = useSignal(false);
  const counted = () => {
    isAnswered.value = true;
  };
  return (
    <div class="mood note">
      <p id="mood" role="status">
        <Changing text={isAnswered.value ? words.mood.thanks : words.mood.ask} />
      </p>
      {!isAnswered.value && (
        <fieldset aria-labelledby="mood">
          {MOODS.map((mood) => (
            <button
              key={mood}
              type="button"
              class="quiet"
              onClick={() => room.own.asked.ask({ type: "mood", mood }, 0, counted)}
            >
              {words.mood[mood]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
