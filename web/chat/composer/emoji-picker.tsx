import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Changing } from "../../shared/changing.tsx";
import { loadStyle } from "../../shared/load-style.ts";
import { words } from "../../words/reader-words.ts";
import { words as common } from "../../words/words.ts";
import { type Emoji, find, groups } from "./emoji.ts";
import styles from "./emoji-picker.css" with { type: "file" };

await loadStyle(styles);

type Props = { pick: (text: string) => void; close: () => void };

/** Comes with its first use. Stays until it is closed: anger seldom needs one alone. */
export default function Picker({ pick, close }: Props) {
  const sought = useSignal("");
  const picker = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // A finger would only bring up a keyboard over what it came for.
    const first = matchMedia("(pointer: coarse)").matches ? "[role=option]" : "input";
    picker.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  const isSeeking = sought.value.trim() !== "";
  const shown = isSeeking ? [find(sought.value)] : groups;
  return (
    <div
      ref={picker}
      class="picker"
      role="dialog"
      aria-label={common.picker.title}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <input
        type="search"
        aria-label={words.emoji.search}
        placeholder={words.emoji.search}
        autocomplete="off"
        enterkeyhint="done"
        value={sought.value}
        onInput={({ currentTarget }) => {
          sought.value = currentTarget.value;
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") options(picker.current)[0]?.focus();
          else if (event.key !== "Enter" || event.isComposing) return;
          // Inside the form, Enter would send what is being written.
          event.preventDefault();
          const [first] = isSeeking ? find(sought.peek()) : [];
          if (event.key === "Enter" && first) pick(first.text);
        }}
      />
      <p class="unseen" role="status">
        {isSeeking && <Changing text={words.emoji.found(shown.flat().length)} />}
      </p>
      <div class="emojis" role="listbox" aria-label={common.picker.title} onKeyDown={walk}>
        {shown.map((emojis, group) => {
          const title = isSeeking ? words.emoji.found(emojis.length) : words.emoji.groups[group];
          return (
            // biome-ignore lint/a11y/useSemanticElements: a listbox holds groups, and no fieldsets
            <div key={title} role="group" aria-label={title} class="emoji-group">
              <p aria-hidden="true">{title}</p>
              {emojis.map((emoji, n) => (
                <Choice key={emoji.text} emoji={emoji} isFirst={group + n === 0} pick={pick} />
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

type ChoiceProps = { emoji: Emoji; isFirst: boolean; pick: (text: string) => void };

/** One of them can be reached by Tab; from there, the arrows go on. */
function Choice({ emoji: { text, name }, isFirst, pick }: ChoiceProps) {
  return (
    <button
      type="button"
      role="option"
      aria-selected={false}
      aria-label={name}
      title={name}
      tabIndex={isFirst ? 0 : -1}
      onClick={() => pick(text)}
    >
      {text}
    </button>
  );
}

function options(from: HTMLElement | null): HTMLElement[] {
  return [...(from?.querySelectorAll<HTMLElement>("[role=option]") ?? [])];
}

/** Through the options as they lie there: rows are as long as the page is wide. */
function walk(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const all = options(event.currentTarget);
  const here = all.find((option) => option === document.activeElement);
  if (!here) return;
  const at = all.indexOf(here);
  const isRtl = getComputedStyle(here).direction === "rtl";
  const next = () => {
    switch (event.key) {
      case "ArrowLeft":
        return all[isRtl ? at + 1 : at - 1];
      case "ArrowRight":
        return all[isRtl ? at - 1 : at + 1];
      case "ArrowDown":
        return inNextRow(here, all.slice(at + 1));
      case "ArrowUp":
        return inNextRow(here, all.slice(0, at).reverse());
      case "Home":
        return all[0];
      case "End":
        return all.at(-1);
    }
    return undefined;
  };
  const found = next();
  if (!found && !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  found?.focus();
}

/** The nearest of the first row that is not the one's own. */
function inNextRow(here: HTMLElement, others: readonly HTMLElement[]): HTMLElement | undefined {
  const { top, left } = here.getBoundingClientRect();
  let nearest: { option: HTMLElement; top: number; distance: number } | undefined;
  for (const option of others) {
    const place = option.getBoundingClientRect();
    if (Math.abs(place.top - top) < 1) continue;
    if (nearest && Math.abs(place.top - nearest.top) >= 1) break;
    const distance = Math.abs(place.left - left);
    if (!nearest || distance < nearest.distance) nearest = { option, top: place.top, distance };
  }
  return nearest?.option;
}

/** Typed rather than set, so that it can be undone like anything typed. */
export function insert(box: HTMLTextAreaElement, text: string): void {
  const before = document.activeElement;
  // No on-screen keyboard is to come up for the moment that this takes.
  box.inputMode = "none";
  box.focus({ preventScroll: true });
  document.execCommand("insertText", false, text);
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  box.removeAttribute("inputmode");
}
