import { type Signal, signal } from "@preact/signals";
import { SNAPSHOT_MESSAGES } from "../../../src/wire/limits.ts";
import { loadPart } from "../../shared/load-part.ts";
import { words } from "../../words/words.ts";
import type { Entry } from "./entries.ts";
import type { Ignored } from "./ignored.ts";

const load = () => loadPart(() => import("../log/quiet-part.tsx"));

/** More than usual: of a flood little is shown here. */
const MOST = 1_000;

interface Parts {
  ignored: Ignored;
  status: Signal<string>;
  drawing: { request(): void };
}

/** The log for who wants less of it. The rest is held as ever, and there once they want it. */
export class QuietView {
  /** What draws it, once it is chosen and has come. */
  readonly part = signal<Awaited<ReturnType<typeof load>> | undefined>(undefined);
  readonly #parts: Parts;
  #isOn = false;
  #isComing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    // The choices stand where the stylesheets look for them: see `showChoices`.
    const page = document.documentElement;
    const look = () => {
      this.#isOn = /\bquiet\b/.test(page.dataset["choices"] ?? "");
      if (!this.#isOn) this.part.value = undefined;
      parts.drawing.request();
    };
    new MutationObserver(look).observe(page, { attributeFilter: ["data-choices"] });
    parts.ignored.names.subscribe(look);
  }

  /** How many messages are held at the end of the log. */
  get most(): number {
    return this.#isOn ? MOST : SNAPSHOT_MESSAGES;
  }

  of(entries: readonly Entry[]): readonly Entry[] {
    const part = this.part.peek();
    if (this.#isOn && !part) void this.#come();
    return part?.quietly(entries, this.#parts.ignored) ?? entries;
  }

  /** Where it does not come, it is asked for again with what is drawn next. */
  async #come(): Promise<void> {
    if (this.#isComing) return;
    this.#isComing = true;
    try {
      const part = await load();
      if (this.#isOn) this.part.value = part;
      this.#parts.drawing.request();
    } catch {
      this.#parts.status.value = words.problem.part;
    }
    this.#isComing = false;
  }
}
