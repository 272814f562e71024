import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

type Props = { title: string; close: () => void; closeText: string; children: ComponentChildren };

/** Opens when it is drawn, over everything else; Escape and its button close it. */
export function Dialog({ title, close, closeText, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // The title, or a browser scrolls a long dialog down to its first button.
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={close}>
      <h2 id="dialog-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      <div class="choices">
        <button type="button" class="go" onClick={() => dialog.current?.close()}>
          {closeText}
        </button>
      </div>
    </dialog>
  );
}
