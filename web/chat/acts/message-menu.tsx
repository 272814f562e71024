import { useSignal } from "@preact/signals";
import type { RefObject, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { words } from "../../words/words.ts";
import { loadLazily } from "../dialogs/load-lazily.ts";
import { ROW } from "../log/row.ts";
import type { Entry } from "../state/entries.ts";
import type { Room } from "../state/room.ts";
import type { Target } from "./act.ts";
import { focusRow, rowOf } from "./message-focus.ts";
import { actsOn, isOffered } from "./sources.ts";

type Props = { room: Room; content: RefObject<HTMLElement | null> };

/** Opens at a message that is pressed, or that has the keyboard's focus when Enter or the menu key is. */
export function MessageMenu({ room, content }: Props) {
  const menu = useSignal<VNode | null>(null);
  useEffect(() => {
    const { current: list } = content;
    if (!list) return;
    let opened: Element | undefined;
    const close = () => {
      menu.value = null;
      if (opened instanceof HTMLElement) focusRow(opened);
      room.hold.end("menu");
      opened?.removeAttribute("data-open");
      opened = undefined;
    };
    const open = async (row: Element) => {
      const isOpen = row === opened;
      if (opened) close();
      const target = targetOf(row, room.entries.peek());
      if (isOpen || !target || !isOffered(room.you.peek())) return;
      opened = row;
      // From now on, so that the row stands still until the menu has come.
      room.hold.begin("menu", room.entries.peek());
      const acts = await actsOn(target, room);
      const part = acts && (await loadLazily(room, () => import("../../shared/menu.tsx")));
      if (row !== opened) return;
      if (!part || acts.length === 0) return close();
      row.setAttribute("data-open", "");
      const items = acts.map((act) => ({ ...act, run: () => void act.run(target, room) }));
      const label = words.log.actsOn(target.user);
      const of = { label, about: target.user, items, anchor: row, close };
      menu.value = <part.default {...of} />;
    };
    const over = new AbortController();
    const click = ({ target }: Event) => {
      const row = pressedRow(target);
      if (row) void open(row);
    };
    const key = (event: KeyboardEvent) => {
      const row = rowOf(event.target);
      if (!row || !opens(event)) return;
      event.preventDefault();
      void open(row);
    };
    list.addEventListener("click", click, { signal: over.signal });
    list.addEventListener("keydown", key, { signal: over.signal });
    return () => over.abort();
  }, [room, content, menu]);
  return menu.value;
}

/** Not one of its buttons, and no words that are being selected. */
function pressedRow(target: EventTarget | null): Element | undefined {
  if (!(target instanceof Element) || target.closest("button, a")) return undefined;
  const isSelecting = getSelection()?.isCollapsed === false;
  return isSelecting ? undefined : (target.closest(ROW) ?? undefined);
}

function opens({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey) return false;
  return key === "ContextMenu" || (shiftKey ? key === "F10" : key === "Enter" || key === " ");
}

function targetOf(row: Element, entries: readonly Entry[]): Target | undefined {
  const seq = Number(row.getAttribute("data-seq"));
  for (const entry of entries) {
    if (entry.type !== "group") continue;
    const line = entry.lines.find((one) => one.seq === seq);
    if (!line || line.text === null) continue;
    const { mine, text, feltByMe } = line;
    return { seq, user: entry.user, kind: entry.kind, mine, text, feltByMe };
  }
  return undefined;
}
