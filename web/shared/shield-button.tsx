import type { Mode } from "../../src/wire/frames.ts";
import { SHIELD_MINUTES } from "../../src/wire/limits.ts";
import { words } from "../words/staff-words.ts";
import { Changing } from "./changing.tsx";
import { moment } from "./moment.ts";
import { Outline } from "./outline.tsx";

interface Props {
  shield: Mode["shield"];
  /** How the page's own buttons look. */
  look: "tool" | "act";
  /** Raises or renews it for so many minutes; 0 ends it. `said`: what is done by that. */
  set: (minutes: number, said: string) => void;
}

/** Raises the shield by one press, and says while it is up until when, and who raised it. */
export function ShieldButton({ shield, look, set }: Props) {
  const raise = () => set(SHIELD_MINUTES, words.shield.raised(SHIELD_MINUTES));
  return (
    <>
      <button
        type="button"
        class={shield.on ? `${look} on` : look}
        title={shield.on ? words.shield.renew(SHIELD_MINUTES) : words.shield.hint(SHIELD_MINUTES)}
        onClick={raise}
      >
        <Shield />
        <Changing
          text={
            shield.on ? words.shield.up(moment(shield.until), shield.raised_by) : words.shield.raise
          }
        />
      </button>
      {shield.on && (
        <button type="button" class={look} onClick={() => set(0, words.shield.ended)}>
          {words.shield.end}
        </button>
      )}
    </>
  );
}

/** Drawn as those of `icons.tsx` are. */
function Shield() {
  return (
    <Outline>
      <path d="M10 2.500 16 5v5c0 3.500-2.500 6-6 7.500C6.500 16 4 13.500 4 10V5z" />
    </Outline>
  );
}
