import { useRef } from "preact/hooks";
import type { HiddenMessages } from "../../src/wire/reports.ts";
import { HiddenList } from "../shared/hidden-list.tsx";
import { ShieldButton } from "../shared/shield-button.tsx";
import { words } from "../words/staff-words.ts";
import type { LiveFeed } from "./live-feed.ts";
import { usePolled } from "./polled.ts";
import type { AdminSession } from "./session.ts";

const PATH = "/api/mod/hidden";

/** Whether newcomers are kept back, until when, and who decided it; and what it hid. */
export function ShieldPanel({ session, live }: { session: AdminSession; live: LiveFeed }) {
  const hidden = usePolled<readonly HiddenMessages[]>(session, PATH) ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  const settle = async ({ act, count }: HiddenMessages, keep: boolean) => {
    const done = keep ? words.hidden.kept : words.hidden.removed(count);
    await session.act("POST", `${PATH}/${act}`, done, { keep });
    // The buttons go with what they were about; keys go on from here.
    heading.current?.focus();
  };
  return (
    <section class="panel">
      <h2 id="shield" ref={heading} tabIndex={-1}>
        {words.shield.title}
      </h2>
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
      {hidden.length > 0 && (
        <HiddenList hidden={hidden} settle={(one, keep) => void settle(one, keep)} />
      )}
    </section>
  );
}
