import { ShieldButton } from "../shared/shield-button.tsx";
import { words } from "../words/staff-words.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { AdminSession } from "./session.ts";

/** Whether newcomers are kept back, until when, and who decided it. */
export function ShieldPanel({ session, live }: { session: AdminSession; live: LiveFeed }) {
  return (
    <section class="panel">
      <h2 id="shield">{words.shield.title}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as the panel is */}
      <div class="row" role="group" aria-labelledby="shield">
        <ShieldButton
          look="act"
          shield={live.shield.value}
          set={(minutes, said) => {
            const body = { shield_minutes: minutes };
            void session.act("PUT", "/api/mod/mode", said, body);
          }}
        />
      </div>
      <p class="hint">{words.shield.about}</p>
    </section>
  );
}
