import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { bindPresses } from "../shared/bind-presses.ts";
import { Changing } from "../shared/changing.tsx";
import { hue } from "../shared/hue.ts";
import { Dots } from "../shared/icons.tsx";
import { words } from "../words/office-words.ts";
import { locale } from "../words/words.ts";
import type { LiveFeed, Row } from "./live-feed.ts";
import { SenderActs } from "./sender-acts.tsx";

const time = new Intl.DateTimeFormat(locale, { timeStyle: "medium" });

/** The room as it happens. Rows keep still while one of them is aimed at. */
export function LiveList({ live, isQuiet }: { live: LiveFeed; isQuiet: boolean }) {
  const rows = live.rows.value;
  const waiting = live.waiting.value;
  const isCut = live.link.state.value.is === "waiting";
  const list = useRef<HTMLElement>(null);
  const chosen = useSignal<Row | undefined>(undefined);
  const choose = (row: Row | undefined) => {
    chosen.value = row;
  };
  useEffect(() => bindPresses(list.current), []);
  useHoldsEnded(list, live);
  return (
    <section
      class="panel live"
      ref={list}
      onPointerEnter={({ pointerId }) => live.hold(pointerId)}
      onPointerLeave={({ pointerId }) => live.release(pointerId)}
      onFocusIn={({ target }) => {
        // What was only pressed has the focus too, long after the pointer has left.
        if (target instanceof Element && target.matches(":focus-visible")) live.hold("focus");
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
        if (!isInside) live.release("focus");
      }}
    >
      <h2>
        {words.admin.live}{" "}
        <small>
          <Changing text={waiting > 0 ? words.admin.waiting(waiting) : words.admin.liveHint} />
        </small>
      </h2>
      {isCut && <p class="cut">{words.admin.linkLost}</p>}
      <div class="scroll">
        {rows.length === 0 && (
          <p class="note">{isQuiet ? words.admin.quiet : words.admin.loading}</p>
        )}
        <ol class="rows">
          {rows.map((row) => (
            <Item key={row.id} row={row} live={live} choose={choose} />
          ))}
        </ol>
        {rows.length > 0 && live.mayHaveOlder.value && (
          <button type="button" class="quiet more" onClick={() => void live.older()}>
            {words.admin.more}
          </button>
        )}
      </div>
      {chosen.value && (
        <SenderActs row={chosen.value} live={live} close={() => choose(undefined)} />
      )}
    </section>
  );
}

/** A row that goes with the focus in it, and a list that goes with the pointer over it, tell nobody. */
function useHoldsEnded(list: RefObject<HTMLElement | null>, live: LiveFeed): void {
  useLayoutEffect(() => {
    if (!list.current?.contains(document.activeElement)) live.release("focus");
  });
  useEffect(() => () => live.releaseAll(), [live]);
}

type ItemProps = { row: Row; live: LiveFeed; choose: (row: Row) => void };

function Item({ row, live, choose }: ItemProps) {
  return (
    <li>
      <time dateTime={row.timestamp}>{time.format(Date.parse(row.timestamp))}</time>
      <bdi class="name" translate={false} style={{ color: hue(row.user) }}>
        {row.user}
      </bdi>
      {row.text === null ? (
        <>
          <p class="gone">{words.log.removed}</p>
          <span key="gone" class="acts none">
            <button type="button" class="act" disabled>
              {words.admin.delete}
            </button>
            <span class="icon" />
          </span>
        </>
      ) : (
        <>
          <p dir="auto">{row.text}</p>
          <span class="acts">
            <button
              type="button"
              class="act"
              aria-label={words.admin.deleteLabel(row.user)}
              onClick={() => void live.erase(row.id)}
            >
              {words.admin.delete}
            </button>
            <button
              type="button"
              class="icon"
              aria-haspopup="dialog"
              aria-label={words.acts.label(row.user)}
              onClick={() => choose(row)}
            >
              <Dots />
            </button>
          </span>
        </>
      )}
    </li>
  );
}
