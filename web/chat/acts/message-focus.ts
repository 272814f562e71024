import { ROW } from "../log/row.ts";
import type { Room } from "../state/room.ts";
import { isOffered } from "./sources.ts";

const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };
const ENDS: Record<string, number> = { Home: 0, End: -1 };

/**
 * The way of the keys through the messages: Alt with an arrow goes to where one was, or to the last
 * one in view; then an arrow alone goes on, Home and End to the first and the last, and Escape back to
 * the textbox. The log is held meanwhile.
 */
export function followKeys(room: Room, pane: HTMLElement): () => void {
  const over = new AbortController();
  let last: number | undefined;
  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !isOffered(room.you.peek())) return;
    const row = rowOf(document.activeElement);
    if (row && event.key === "Escape") return document.getElementById("message")?.focus();
    const step = STEPS[event.key];
    const end = row && ENDS[event.key];
    if ((step ?? end) === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!row && (!event.altKey || isWriting())) return;
    const rows = [...pane.querySelectorAll<HTMLElement>(ROW)];
    const next =
      end !== undefined
        ? rows.at(end)
        : row
          ? rows[rows.indexOf(row) + (step ?? 0)]
          : (left(rows, last, pane) ?? lastInView(rows, pane));
    event.preventDefault();
    if (next) focusRow(next);
  };
  const moved = ({ target }: FocusEvent) => {
    const row = rowOf(target);
    if (row) last = seqOf(row);
    // What was only pressed has the focus too, long after.
    if (row?.matches(":focus-visible")) room.hold.begin("focus", room.entries.peek());
    else room.hold.end("focus");
  };
  document.addEventListener("keydown", keys, { signal: over.signal });
  document.addEventListener("focusin", moved, { signal: over.signal });
  const gone = ({ relatedTarget }: FocusEvent) => {
    if (!rowOf(relatedTarget)) room.hold.end("focus");
  };
  pane.addEventListener("focusout", gone, { signal: over.signal });
  return () => over.abort();
}

/** The message itself, and nothing in it. */
export function rowOf(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof HTMLElement && target.matches(ROW) ? target : undefined;
}

export function focusRow(row: HTMLElement): void {
  row.tabIndex = -1;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

const seqOf = (row: Element) => Number(row.getAttribute("data-seq"));

/** The one that was left, or, where it is gone, the one before it; while it is in view. */
function left(rows: readonly HTMLElement[], seq: number | undefined, pane: Element) {
  if (seq === undefined) return undefined;
  const row = rows.findLast((one) => seqOf(one) <= seq);
  return row && isInView(row, pane) ? row : undefined;
}

function lastInView(rows: readonly HTMLElement[], pane: Element): HTMLElement | undefined {
  return rows.findLast((row) => isInView(row, pane)) ?? rows.at(-1);
}

function isInView(row: Element, pane: Element): boolean {
  const seen = pane.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return top >= seen.top && bottom <= seen.bottom + 1;
}

/** Somebody who writes moves in their own words. */
function isWriting(): boolean {
  const box = document.activeElement;
  return (
    (box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement) && box.value !== ""
  );
}
