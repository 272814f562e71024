import { SLOW_SECONDS } from "../../src/wire/limits.ts";
import { words } from "../words/office-words.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { AdminSession } from "./session.ts";

/** How the room takes messages. */
export function ModePanel({ session, live }: { session: AdminSession; live: LiveFeed }) {
  const now = live.slowSeconds.value;
  const set = (seconds: number) =>
    session.act("PUT", "/api/mod/mode", words.mode.set(seconds), { slow_seconds: seconds });
  return (
    <section class="panel">
      <h2 id="slow">{words.mode.slow}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the panel is */}
      <div class="row" role="group" aria-labelledby="slow">
        {SLOW_SECONDS.map((seconds) => (
          <button
            key={seconds}
            type="button"
            class="act"
            aria-pressed={seconds === now}
            onClick={() => void set(seconds)}
          >
            {seconds === 0 ? words.mode.off : words.composer.seconds(seconds)}
          </button>
        ))}
      </div>
      <p class="hint">{words.mode.slowHint}</p>
    </section>
  );
}
