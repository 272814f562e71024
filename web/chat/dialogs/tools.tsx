import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { Lifebuoy } from "../../shared/icons.tsx";
import { LanguageChoice } from "../../shared/language-choice.tsx";
import { words } from "../../words/words.ts";
import type { Room } from "../state/room.ts";
import { loadLazily } from "./load-lazily.ts";

/** What is there for whoever looks for it. Each dialog comes when it is first asked for. */
export function Tools({ room }: { room: Room }) {
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
  const help = useHelp(room);
  const invite = async () => {
    const part = await loadLazily(room, () => import("./invite.tsx"));
    if (part) dialog.value = <part.default close={close} />;
  };
  return (
    <div class="foot">
      <button type="button" class="quiet" onClick={() => void cool()}>
        {words.cool.title}
      </button>
      <button type="button" class="quiet" onClick={() => void forget()}>
        {words.forget.title}
      </button>
      <button type="button" class="quiet" onClick={() => void help.open()}>
        {words.help.title}
      </button>
      <button type="button" class="quiet" onClick={() => void invite()}>
        {words.invite.title}
      </button>
      <LanguageChoice />
      {dialog.value}
      {help.dialog}
    </div>
  );
}

/** Where the window is too low for the rest, as over a keyboard: help is always there. */
export function HelpIcon({ room }: { room: Room }) {
  const { open, dialog } = useHelp(room);
  return (
    <>
      <button
        type="button"
        class="icon help"
        aria-label={words.help.title}
        title={words.help.title}
        onClick={() => void open()}
      >
        <Lifebuoy />
      </button>
      {dialog}
    </>
  );
}

function useHelp(room: Room) {
  const dialog = useSignal<VNode | null>(null);
  const close = () => {
    dialog.value = null;
  };
  const open = async () => {
    const part = await loadLazily(room, () => import("./help.tsx"));
    if (part) dialog.value = <part.default close={close} />;
  };
  return { open, dialog: dialog.value };
}
