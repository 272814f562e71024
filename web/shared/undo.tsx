import { signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { UNDO_MS } from "../../src/wire/limits.ts";
import { words } from "../words/words.ts";

/** The last act that can be undone, for as long as the server keeps what it took away. */
export class UndoOffer<Act = number> {
  readonly act = signal<Act | undefined>(undefined);
  /** What had the focus when the offer began. */
  pressed: Element | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  begin(act: Act | undefined): void {
    clearTimeout(this.#timer);
    this.pressed = document.activeElement;
    this.act.value = act;
    if (act !== undefined) this.#timer = setTimeout(() => this.end(), UNDO_MS);
  }

  /** Nothing, where nothing can be undone any more. */
  take(): Act | undefined {
    const act = this.act.peek();
    this.end();
    return act;
  }

  end(): void {
    clearTimeout(this.#timer);
    leaveFocus();
    this.act.value = undefined;
  }
}

type Props<Act> = { offer: UndoOffer<Act>; run: (act: Act) => void };

export function UndoButton<Act>({ offer, run }: Props<Act>) {
  const act = offer.act.value;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => (act === undefined ? undefined : followFocus(offer.pressed, button)), [act]);
  if (act === undefined) return null;
  const press = () => {
    offer.end();
    run(act);
  };
  return (
    <button type="button" class="plain undo" ref={button} onClick={press}>
      {words.undo.action}
    </button>
  );
}

/** The button that was pressed goes with what it deleted, and the focus to the page's main part or to none: keys go on here. */
function followFocus(pressed: Element | null, undo: RefObject<HTMLElement | null>): () => void {
  const look = () => {
    const isGone = !pressed?.isConnected || pressed.matches("body, main");
    if (isGone) undo.current?.focus();
    else if (document.activeElement === pressed) frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** Before the button goes: keys go on from the page's main part. */
function leaveFocus(): void {
  if (document.activeElement?.matches(".undo"))
    document.querySelector<HTMLElement>("main[tabindex]")?.focus();
}
