import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { words } from "../words/office-words.ts";
import type { AdminSession } from "./session.ts";

/** Takes away everything said today, for who types how much that is. */
export function ClearAll({ session }: { session: AdminSession }) {
  const dialog = useRef<HTMLDialogElement>(null);
  /** As many as there were when it was asked: the number moves on. */
  const asked = useSignal(0);
  const typed = useSignal("");
  const isTyped = latinDigits(typed.value) === String(asked.value);
  const ask = () => {
    asked.value = session.stats.peek()?.today_messages ?? 0;
    typed.value = "";
    dialog.current?.showModal();
  };
  const close = () => dialog.current?.close();
  const clear = () => {
    close();
    void session.act("DELETE", "/api/admin/clear-messages", words.admin.cleared);
  };
  return (
    <>
      <button type="button" class="panic" onClick={ask}>
        {words.admin.clear}
      </button>
      <dialog ref={dialog} aria-labelledby="clear-title">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (isTyped) clear();
          }}
        >
          <h2 id="clear-title">{words.admin.clearTitle}</h2>
          <p>{words.admin.clearText}</p>
          <div class="field">
            <label for="how-many">{words.admin.clearType(String(asked.value))}</label>
            <div class="input">
              <input
                id="how-many"
                inputMode="numeric"
                autocomplete="off"
                dir="ltr"
                value={typed.value}
                onInput={({ currentTarget }) => {
                  typed.value = currentTarget.value;
                }}
              />
            </div>
          </div>
          <div class="choices">
            <button type="button" class="act" onClick={close}>
              {words.admin.cancel}
            </button>
            <button type="submit" class="panic" disabled={!isTyped}>
              {words.admin.clearYes}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

/** An Arabic keyboard writes digits of its own. */
function latinDigits(text: string): string {
  return text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
}
