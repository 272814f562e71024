import type { MessageEvent as Message } from "../../src/wire/frames.ts";
import { hue } from "../shared/hue.ts";
import type { Words } from "../words/english.ts";

/** More than a stream shows, and little enough for any page it stands in. */
const MOST = 100;
/** This near to the end counts as being there. */
const NEAR_PX = 100;

/** The log as the page shows it, and nothing beside the page: what leaves it is nowhere any more. */
export class EmbeddedLog {
  readonly pane = document.createElement("main");
  readonly #list = document.createElement("div");
  readonly #words: Words["embed"];
  /** By place, in its order. */
  readonly #rows = new Map<number, HTMLElement>();
  #isPinned = true;

  constructor(words: Words["embed"]) {
    this.#words = words;
    this.#list.className = "log";
    this.#list.role = "log";
    this.#list.ariaLabel = words.label;
    // It stands in a page of others: only who goes to it hears it.
    this.#list.ariaLive = "off";
    this.pane.append(this.#list);
    // For those who scroll with keys: not every browser lets them reach a scrolling pane.
    this.pane.tabIndex = 0;
    this.pane.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#follow()).observe(this.#list);
    new ResizeObserver(() => this.#follow()).observe(this.pane);
  }

  say(message: Message): void {
    this.#put(message);
    // Whoever reads further up has not yet read what would go.
    if (!this.#isPinned) return;
    for (const [seq, row] of this.#rows) {
      if (this.#rows.size <= MOST) break;
      row.remove();
      this.#rows.delete(seq);
    }
  }

  /** Those that stand again are back in their places, where these are still shown. */
  restore(messages: readonly Message[]): void {
    const [oldest = 0] = this.#rows.keys();
    for (const message of messages) if (message.seq >= oldest) this.#put(message);
  }

  remove(ids: readonly number[]): void {
    for (const id of ids) {
      this.#rows.get(id)?.remove();
      this.#rows.delete(id);
    }
  }

  empty(note?: string): void {
    this.#rows.clear();
    this.#list.replaceChildren(...(note === undefined ? [] : [element("p", "note", note)]));
    this.#isPinned = true;
  }

  #put(message: Message): void {
    this.#rows.get(message.seq)?.remove();
    const row = this.#row(message);
    const isLast = [...this.#rows.keys()].every((seq) => seq <= message.seq);
    if (isLast) {
      this.#list.append(row);
      this.#rows.set(message.seq, row);
      return;
    }
    const later = [...this.#rows].filter(([seq]) => seq > message.seq);
    this.#rows.set(message.seq, row);
    later[0]?.[1].before(row);
    // A map keeps the order of coming; the places are in that of the log.
    for (const [seq, after] of later) {
      this.#rows.delete(seq);
      this.#rows.set(seq, after);
    }
  }

  #row({ user, kind, text }: Message): HTMLElement {
    const name = element("bdi", "name", user);
    name.translate = false;
    name.style.color = hue(user);
    const who = element("div", "who", "");
    who.append(name);
    if (kind === "moderator" || kind === "admin") {
      who.append(element("span", "badge", this.#words[kind]));
    }
    const said = element("p", "msg", text);
    said.dir = "auto";
    const row = element("div", "said", "");
    row.append(who, said);
    return row;
  }

  #scrolled(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.pane;
    this.#isPinned = scrollHeight - scrollTop - clientHeight <= NEAR_PX;
  }

  #follow(): void {
    if (this.#isPinned) this.pane.scrollTop = this.pane.scrollHeight;
  }
}

function element(name: string, className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
