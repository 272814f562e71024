import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { LanguageChoice } from "../../shared/language-choice.tsx";
import { words } from "../../words/words.ts";
import type { Room } from "../state/room.ts";
import { loadLazily } from "./load-lazily.ts";

/** What is there for whoever looks for it. Each dialog comes when it is first asked for. */
export function Footer({ room }: { room: Room }) {
  const dialog = useSignal<VNode | null>(null);
  const close = () => {
    dialog.value = null;
  };
  const cool = async () => {
    const part = await loadLazily(room, () => import("./breathing.tsx"));
    if (part) dialog.value = <part.default close={close} />;
  };
  const forget = async () => {
    const part = await loadLazily(room, () => import("./how-we-forget.tsx"));
    if (part) dialog.value = <part.default room={room} close={close} />;
  };
  const help = async () => {
    const part = await loadLazily(room, () => import("./help.tsx"));
    if (part) dialog.value = <part.default close={close} />;
  };
  return (
    <div class="inner foot">
      <button type="button" class="quiet" onClick={() => void cool()}>
        {words.cool.title}
      </button>
      <button type="button" class="quiet" onClick={() => void forget()}>
        {words.forget.title}
      </button>
      <button type="button" class="quiet" onClick={() => void help()}>
        {words.help.title}
      </button>
      <LanguageChoice />
      {dialog.value}
    </div>
  );
}
