import { useSignal } from "@preact/signals";
import type { RefObject, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { AngryFace } from "../../shared/icons.tsx";
import { words } from "../../words/words.ts";
import { loadLazily } from "../dialogs/load-lazily.ts";
import type { Room } from "../state/room.ts";

type Props = { room: Room; box: RefObject<HTMLTextAreaElement | null> };

/** Opens the picker over the room; what is picked goes where the writer was. */
export function EmojiButton({ room, box }: Props) {
  const picker = useSignal<VNode | null>(null);
  const whole = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const hasPicked = useRef(false);
  const close = () => {
    picker.value = null;
    (hasPicked.current ? box : opener).current?.focus();
  };
  const toggle = async () => {
    if (picker.peek()) return close();
    const loaded = await loadLazily(room, () => import("./emoji-picker.tsx"));
    if (!loaded) return;
    hasPicked.current = false;
    const pick = (text: string) => {
      hasPicked.current = true;
      if (box.current) loaded.insert(box.current, text);
    };
    picker.value = <loaded.default pick={pick} close={close} />;
  };
  const isOpen = picker.value !== null;
  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) picker.value = null;
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, [isOpen, picker]);
  return (
    <div ref={whole} class="emoji">
      <button
        ref={opener}
        type="button"
        class="icon"
        aria-label={words.picker.title}
        title={words.picker.title}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => void toggle()}
      >
        <AngryFace />
      </button>
      {picker.value}
    </div>
  );
}
