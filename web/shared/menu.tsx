import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { hasModifier, letterOf } from "./letter.ts";
import { loadStyle } from "./load-style.ts";
import styles from "./menu.css" with { type: "file" };

await loadStyle(styles);

export interface Item {
  /** The letter or digit that presses it. */
  key: string;
  label: string;
  /** Items of the same row stand beside each other, under its name. */
  row?: string | undefined;
  /** Of a choice: whether it is what is chosen now. */
  isChosen?: boolean;
  run: () => void;
}

interface Props {
  label: string;
  /** Whose name stands above the items. */
  about?: string;
  items: readonly Item[];
  /** What it is about, and stands beside. */
  anchor: Element;
  /** Also before an item runs. */
  close: () => void;
}

const EDGE_PX = 8;
const GAP_PX = 4;

/** A few things to choose from, beside what they are about. A press outside, Escape and Tab close it. */
export default function Menu({ label, about, items, anchor, close }: Props) {
  const menu = useRef<HTMLDivElement>(null);
  const choose = ({ run }: Item) => {
    close();
    run();
  };
  useLayoutEffect(() => {
    if (!menu.current) return;
    place(menu.current, anchor);
    (
      menu.current.querySelector<HTMLElement>("[aria-checked=true]") ?? buttonsOf(menu.current)[0]
    )?.focus({ preventScroll: true });
  }, [anchor]);
  useEffect(
    () => (menu.current ? followAnchor(menu.current, anchor, close) : undefined),
    [anchor, close],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      close();
    } else if (menu.current && moves(event, buttonsOf(menu.current))) {
      event.preventDefault();
    } else if (!hasModifier(event) && !event.repeat) {
      const item = items.find(({ key }) => key === letterOf(event));
      if (!item) return;
      event.preventDefault();
      choose(item);
    }
  };
  return (
    <div ref={menu} class="menu" role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
      {about !== undefined && (
        <p class="about" aria-hidden="true">
          <bdi translate={false}>{about}</bdi>
        </p>
      )}
      {rowsOf(items).map(([row, inRow]) => (
        <Row key={row ?? inRow[0]?.key} row={row} items={inRow} choose={choose} />
      ))}
    </div>
  );
}

type RowProps = { row: string | undefined; items: readonly Item[]; choose: (item: Item) => void };

function Row({ row, items, choose }: RowProps) {
  const buttons = items.map((item) => (
    <button
      key={item.key}
      type="button"
      {...roleOf(item)}
      tabIndex={-1}
      aria-keyshortcuts={item.key}
      onClick={() => choose(item)}
    >
      <span>{item.label}</span>
      <span class="key" aria-hidden="true" translate={false}>
        {item.key}
      </span>
    </button>
  ));
  if (row === undefined) return <>{buttons}</>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu holds groups of this role, no fieldset
    <div class="row" role="group" aria-label={row}>
      <p aria-hidden="true">{row}</p>
      <div>{buttons}</div>
    </div>
  );
}

const roleOf = ({ isChosen }: Item) =>
  isChosen === undefined
    ? { role: "menuitem" as const }
    : { role: "menuitemradio" as const, "aria-checked": isChosen };

/** An item without a row is one by itself. */
function rowsOf(items: readonly Item[]): [row: string | undefined, items: Item[]][] {
  const rows: [string | undefined, Item[]][] = [];
  for (const item of items) {
    const last = rows.at(-1);
    if (last && item.row !== undefined && last[0] === item.row) last[1].push(item);
    else rows.push([item.row, [item]]);
  }
  return rows;
}

const buttonsOf = (menu: Element) => [...menu.querySelectorAll("button")];

/** Whether the key moves the focus among the items. */
function moves({ key }: KeyboardEvent, buttons: readonly HTMLElement[]): boolean {
  const at = buttons.findIndex((button) => button.matches(":focus"));
  const isTurned = document.documentElement.dir === "rtl";
  const step: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    ArrowRight: at + (isTurned ? -1 : 1),
    ArrowLeft: at + (isTurned ? 1 : -1),
    Home: 0,
    End: -1,
  };
  const to = step[key];
  if (to === undefined) return false;
  buttons.at(to % buttons.length)?.focus();
  return true;
}

/** Below it where there is room, or above; always whole in view. */
function place(menu: HTMLElement, anchor: Element): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isTurned = document.documentElement.dir === "rtl";
  const above = at.top - height;
  const below = at.bottom + GAP_PX;
  const top = below + height + EDGE_PX > innerHeight && above > EDGE_PX ? above : below;
  const start = isTurned ? innerWidth - at.right : at.left;
  menu.style.insetBlockStart = `${within(top, innerHeight - height)}px`;
  menu.style.insetInlineStart = `${within(start, innerWidth - width)}px`;
}

const within = (at: number, most: number) => Math.max(EDGE_PX, Math.min(at, most - EDGE_PX));

/** A keyboard on the screen that goes makes the page larger: that closes nothing. */
function followAnchor(menu: HTMLElement, anchor: Element, close: () => void): () => void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  const elsewhere = ({ target }: Event) => {
    // A press on the anchor is the anchor's own.
    const isOurs = (part: Element) => target instanceof Node && part.contains(target);
    if (!isOurs(menu) && !isOurs(anchor)) close();
  };
  addEventListener("pointerdown", elsewhere, options);
  addEventListener("scroll", () => place(menu, anchor), options);
  addEventListener("resize", () => place(menu, anchor), options);
  return () => over.abort();
}
