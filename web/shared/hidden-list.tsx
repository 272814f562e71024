import type { HiddenMessages } from "../../src/wire/reports.ts";
import { words } from "../words/staff-words.ts";
import { bindPresses } from "./bind-presses.ts";
import { Changing } from "./changing.tsx";

export type SettleHidden = (hidden: HiddenMessages, keep: boolean) => void;

type Props = { hidden: readonly HiddenMessages[]; settle: SettleHidden };

/** What the shield hid, with what it says: all that went at once is kept or removed by one press. */
export function HiddenList({ hidden, settle }: Props) {
  return (
    <div ref={bindPresses}>
      {hidden.map((one) => (
        <Raising key={one.act} hidden={one} settle={settle} />
      ))}
    </div>
  );
}

function Raising({ hidden, settle }: { hidden: HiddenMessages; settle: SettleHidden }) {
  const { count, messages } = hidden;
  return (
    <div class="hidden">
      <p>
        <Changing text={words.hidden.about(count)} />
      </p>
      <div class="verdict">
        <button
          type="button"
          aria-label={words.hidden.keepLabel(count)}
          onClick={() => settle(hidden, true)}
        >
          {words.reports.keep}
        </button>
        <button
          type="button"
          class="bad"
          aria-label={words.hidden.removeLabel(count)}
          onClick={() => settle(hidden, false)}
        >
          {words.reports.remove}
        </button>
      </div>
      {count > messages.length && (
        <p class="note">
          <Changing text={words.hidden.more(count - messages.length)} />
        </p>
      )}
      <ul class="reports">
        {messages.map(({ id, user, text }) => (
          <li key={id}>
            <p class="who">
              <bdi class="name" translate={false}>
                {user}
              </bdi>
            </p>
            <p class="said-text" dir="auto" translate={false}>
              {text}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
