import { useEffect } from "preact/hooks";
import { words } from "../../words/words.ts";
import { rowOf } from "../acts/message-focus.ts";
import { useDialog } from "../dialogs/use-dialog.tsx";
import type { Room } from "../state/room.ts";
import { isWriting, singleKeys } from "./single-keys.ts";

/** What lies over the room has keys of its own. */
const OVER = "dialog[open], [role=dialog], [role=menu]";

/**
 * The keys of the page, beside those on a message: "/" goes to the textbox, Escape to the textbox and
 * from there to the end of the log, "?" shows them all. A button says so to who comes by Tab.
 */
export function PageKeys({ room }: { room: Room }) {
  const { open, dialog } = useDialog(room);
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const { key, ctrlKey, altKey, metaKey, isComposing } = event;
      if (event.defaultPrevented || ctrlKey || altKey || metaKey || isComposing) return;
      if (document.querySelector(OVER)) return;
      if (key === "Escape") return leave(room, event);
      if (isWriting(event) || !singleKeys.peek() || (key !== "/" && key !== "?")) return;
      event.preventDefault();
      if (key === "/") textbox()?.focus();
      else void open(keysDialog);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [room, open]);
  return (
    <>
      <button type="button" class="skip" onClick={() => void open(keysDialog)}>
        {words.head.keys}
      </button>
      {dialog}
    </>
  );
}

const keysDialog = () => import("./keys-dialog.tsx");
const textbox = () => document.getElementById("message");

/** From a message one goes back by its own keys. */
function leave(room: Room, { target }: KeyboardEvent): void {
  if (rowOf(target)) return;
  if (target === textbox()) room.pin.toEnd();
  else textbox()?.focus();
}
