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
  const open = async (load: () => Promise<VNode>) => {
    dialog.value = (await loadLazily(room, load)) ?? null;
  };
  const cool = async () => {
    const { default: Breathing } = await import("./breathing.tsx");
    return <Breathing close={close} />;
  };
  const forget = async () => {
    const { default: Forget } = await import("./how-we-forget.tsx");
    return <Forget room={room} close={close} />;
  };
  const help = async () => {
    const { default: Help } = await import("./help.tsx");
    return <Help close={close} />;
  };
  return (
    <div class="inner foot">
      <button type="button" class="quiet" onClick={() => void open(cool)}>
        {words.cool.title}
      </button>
      <button type="button" class="quiet" onClick={() => void open(forget)}>
        {words.forget.title}
      </button>
      <button type="button" class="quiet" onClick={() => void open(help)}>
        {words.help.title}
      </button>
      <LanguageChoice />
      {dialog.value}
    </div>
  );
}
