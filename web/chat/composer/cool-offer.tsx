import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { Close } from "../../shared/icons.tsx";
import { words } from "../../words/reader-words.ts";
import { words as common } from "../../words/words.ts";
import { loadLazily } from "../dialogs/load-lazily.ts";
import type { Room } from "../state/room.ts";

/** A quiet line, for who wants it. It goes with the minute, or by a press. */
export function CoolOffer({ room }: { room: Room }) {
  const dialog = useSignal<VNode | null>(null);
  const end = () => room.speech.cooling.end();
  const take = async () => {
    const part = await loadLazily(room, () => import("../dialogs/breathing.tsx"));
    if (part) dialog.value = <part.default close={end} />;
  };
  if (dialog.value) return dialog.value;
  return (
    <p class="beside" role="status">
      <span>{words.coolOffer.line}</span>
      <button type="button" class="plain" onClick={() => void take()}>
        {common.cool.title}
      </button>
      <button
        type="button"
        class="icon"
        aria-label={words.coolOffer.no}
        title={words.coolOffer.no}
        onClick={end}
      >
        <Close />
      </button>
    </p>
  );
}
