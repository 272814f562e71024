import { signal } from "@preact/signals";
import type { Mode, ServerEvent, You } from "../../../src/wire/frames.ts";
import { moment } from "../../shared/moment.ts";
import { KEYS, local } from "../../shared/storage.ts";
import { words } from "../../words/words.ts";
import type { Welcome } from "./day.ts";

type Muted = Extract<ServerEvent, { type: "muted" }>;

/** Who the reader is in the room, and how it takes what they say. */
export class Standing {
  readonly you = signal<You | undefined>(undefined);
  readonly muted = signal<Muted | undefined>(undefined);
  /** How long each sender waits between two messages; 0: nobody waits. */
  readonly slowSeconds = signal(0);
  readonly shield = signal<Mode["shield"]>({ on: false, until: null, raised_by: null });

  /** Whoever is muted is told so after each welcome. */
  welcome({ you, mode, recovered }: Welcome): void {
    this.become(you);
    this.muted.value = undefined;
    // Otherwise what was missed follows, changes of the mode included.
    if (!recovered) this.#hold(mode);
  }

  /** What the reader is told of it: one of the two changed. */
  change(mode: Mode): string {
    const { shield } = mode;
    const isShield = JSON.stringify(this.shield.peek()) !== JSON.stringify(shield);
    this.#hold(mode);
    if (!isShield) return words.log.slow(mode.slow_seconds);
    return shield.on ? words.shield.up(moment(shield.until)) : words.shield.down;
  }

  become(you: You): void {
    this.you.value = you;
    if (you.guest !== undefined) local.keep(KEYS.guest, you.guest);
  }

  #hold({ slow_seconds, shield }: Mode): void {
    this.slowSeconds.value = slow_seconds;
    this.shield.value = shield;
  }
}
