import { Lifebuoy, Sliders } from "../../shared/icons.tsx";
import { LanguageChoice } from "../../shared/language-choice.tsx";
import { words } from "../../words/words.ts";
import type { Room } from "../state/room.ts";
import { useDialog } from "./use-dialog.tsx";

/** What is there for whoever looks for it. */
const DIALOGS = [
  [words.cool.title, () => import("./breathing.tsx")],
  [words.forget.title, () => import("./how-we-forget.tsx")],
  [words.help.title, () => import("./help.tsx")],
  [words.invite.title, () => import("./invite.tsx")],
] as const;

export function Tools({ room }: { room: Room }) {
  const { open, dialog } = useDialog(room);
  return (
    <>
      <div class="foot">
        {DIALOGS.map(([title, load]) => (
          <button key={title} type="button" class="quiet" onClick={() => void open(load)}>
            {title}
          </button>
        ))}
        <button
          type="button"
          class="quiet settings"
          onClick={() => void open(() => import("./settings.tsx"))}
        >
          <Sliders />
          <span>{words.settings.title}</span>
        </button>
        <LanguageChoice />
      </div>
      {/* beside it: what is hidden with it, as where letters grow or a phone is turned, would still hold the page */}
      {dialog}
    </>
  );
}

/** Where the window is too low for the rest, as over a keyboard: help is always there. */
export function HelpIcon({ room }: { room: Room }) {
  const { open, dialog } = useDialog(room);
  return (
    <>
      <button
        type="button"
        class="icon help"
        aria-label={words.help.title}
        title={words.help.title}
        onClick={() => void open(() => import("./help.tsx"))}
      >
        <Lifebuoy />
      </button>
      {dialog}
    </>
  );
}
