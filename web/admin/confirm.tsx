import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import { words } from "../words/office-words.ts";

type Question = { title: string; text: string; action: string; run(): Promise<unknown> };

/** Asks before it does something to other people. `dialog` is to be rendered, `ask` opens it. */
export function useConfirm({ title, text, action, run }: Question): {
  ask: () => void;
  dialog: VNode;
} {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  const confirm = () => {
    close();
    void run();
  };
  return {
    ask: () => dialog.current?.showModal(),
    dialog: (
      <dialog ref={dialog} aria-label={title}>
        <h2>{title}</h2>
        <p>{text}</p>
        <div class="choices">
          <button type="button" class="act" onClick={close}>
            {words.admin.cancel}
          </button>
          <button type="button" class="panic" onClick={confirm}>
            {action}
          </button>
        </div>
      </dialog>
    ),
  };
}
