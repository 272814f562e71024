import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { bindPresses } from "../../shared/bind-presses.ts";
import { Changing } from "../../shared/changing.tsx";
import { Down } from "../../shared/icons.tsx";
import { midnightFor } from "../../shared/midnight-where.ts";
import { words } from "../../words/words.ts";
import { followKeys } from "../acts/message-focus.ts";
import { MessageMenu } from "../acts/message-menu.tsx";
import { isOffered } from "../acts/sources.ts";
import { lastReceipt } from "../dialogs/last-receipt-part.ts";
import type { Entry } from "../state/entries.ts";
import type { Room } from "../state/room.ts";
import { Group } from "./group.tsx";
import { PendingLines } from "./pending.tsx";
import { ROW } from "./row.ts";

/** The room itself. */
export function Log({ room }: { room: Room }) {
  const pane = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const entries = room.entries.value;
  const pending = room.speech.pending.value;
  const today = room.day.today.value;
  const receipt = lastReceipt.value;
  useEffect(
    () =>
      pane.current && content.current ? room.pin.attach(pane.current, content.current) : undefined,
    [room],
  );
  useFocusKept(pane, content);
  useLayoutEffect(() => room.back.drawn(), [room, entries]);
  useEffect(() => bindPresses(content.current, `button, a, summary, ${ROW}`), []);
  useEffect(() => (pane.current ? followKeys(room, pane.current) : undefined), [room]);
  // Nobody comes in any more: the banner says why.
  const isClosed = room.link.state.value.is === "ended";
  const isEmpty = entries.length === 0 && pending.length === 0;
  return (
    <main ref={pane} class={classesOf(room)}>
      <div
        ref={content}
        class={room.shownDay.dissolving.value ? "inner log dissolving" : "inner log"}
        role="log"
        aria-label={words.log.label}
        aria-relevant="additions"
        aria-live={room.announcer.hush.value ? "off" : "polite"}
      >
        {today && <p class="note">{words.log.midnight(midnightFor(today))}</p>}
        {receipt && <receipt.LastNight room={room} />}
        {isEmpty && !isClosed && <Empty entered={today !== undefined} />}
        {room.back.hasEarlier.value && (
          <button type="button" class="plain" onClick={() => void room.back.load()}>
            {words.log.earlier}
          </button>
        )}
        <ul class="entries">
          {entries.map((entry) => draw(entry, room))}
          <PendingLines room={room} />
        </ul>
      </div>
      <Pill room={room} />
      <MessageMenu room={room} content={content} />
    </main>
  );
}

function classesOf(room: Room): string {
  const isPinned = room.pin.pinned.value;
  return `${isPinned ? "pinned" : ""} ${isOffered(room.you.value) ? "offered" : ""}`;
}

/** What had the focus may be trimmed or deleted; whoever goes by keys then goes on from the log. */
function useFocusKept(
  pane: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  const wasInside = useRef(false);
  useEffect(() => {
    const moved = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && content.current?.contains(target) === true;
    };
    document.addEventListener("focusin", moved);
    return () => document.removeEventListener("focusin", moved);
  }, [content]);
  useLayoutEffect(() => {
    if (!wasInside.current || document.activeElement !== document.body) return;
    pane.current?.focus({ preventScroll: true });
  });
}

function draw(entry: Entry, room: Room) {
  switch (entry.type) {
    case "group":
      if (room.ignored.has(entry)) return null;
      return <Group key={entry.key} group={entry} room={room} />;
    case "note":
      return (
        <li key={entry.key} class="note">
          {entry.text}
        </li>
      );
    case "unread":
      return (
        <li key={entry.key} class={entry.past ? "gap past" : "gap"}>
          {words.log.unread}
        </li>
      );
  }
}

function Empty({ entered }: { entered: boolean }) {
  if (!entered) return <p class="note">{words.log.entering}</p>;
  return (
    <div class="empty">
      <p>{words.log.empty}</p>
      <p>{words.log.emptyHint}</p>
    </div>
  );
}

function Pill({ room }: { room: Room }) {
  const isHeld = room.hold.waiting.value > 0;
  if (room.pin.pinned.value && !isHeld) return null;
  const unread = Math.max(room.absence.unread.value, room.hold.waiting.value);
  const label = unread > 0 ? words.log.pillLabel(unread) : words.log.toEnd;
  return (
    <div class="shelf">
      <button
        type="button"
        class={unread > 0 ? "pill" : "pill idle"}
        aria-label={label}
        onClick={() => {
          room.hold.endAll();
          room.pin.toEnd();
        }}
      >
        <Down />
        {unread > 0 && <Changing text={words.log.pill(unread)} />}
      </button>
    </div>
  );
}
