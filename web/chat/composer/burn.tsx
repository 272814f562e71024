import type { Signal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { Flame } from "../../shared/icons.tsx";
import { words } from "../../words/words.ts";

/** For what is better written than said: it goes up in flames here and is sent to nobody. */
export function BurnButton({ burn }: { burn: () => void }) {
  return (
    <button
      type="button"
      class="burn"
      aria-label={words.burn.button}
      title={words.burn.button}
      onClick={burn}
    >
      <Flame />
      {words.burn.short}
    </button>
  );
}

/** Where nothing is written since, the keys that undo bring back what was burned. */
export function undoes({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  currentTarget,
}: TargetedKeyboardEvent<HTMLTextAreaElement>) {
  const isUndo = key.toLowerCase() === "z" && (ctrlKey || metaKey) && !shiftKey;
  return isUndo && currentTarget.value === "";
}

/** Lies where the words were, over a textbox that is free for new ones already. */
export function Flames({ burning }: { burning: Signal<string> }) {
  if (burning.value === "") return null;
  const out = () => {
    burning.value = "";
  };
  return (
    <div class="flames" dir="auto" aria-hidden="true" onAnimationEnd={out}>
      {burning.value}
    </div>
  );
}
