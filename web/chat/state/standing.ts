import { computed, signal } from "@preact/signals";
import type { Mode, ServerEvent, You } from "../../../src/wire/frames.ts";
import { roomNow } from "../../shared/clock.ts";
import { moment } from "../../shared/moment.ts";
import { KEYS, local } from "../../shared/storage.ts";
import { words } from "../../words/words.ts";
import type { Welcome } from "./day.ts";

type Muted = Extract<ServerEvent, { type: "muted" }>;

/** A mute that was lifted says when it ended; the page learns of the seconds once in each. */
const LATE_MS = 2_000;

/** Who the reader is in the room, and how it takes what they say. */
export class Standing {
  readonly you = signal<You | undefined>(undefined);
  readonly muted = signal<Muted | undefined>(undefined);
  /** How long each sender waits between two messages; 0: nobody waits. */
  readonly slowSeconds = signal(0);
  readonly shield = signal<Mode["shield"]>({ on: false, until: null, raised_by: null });
  /** Since when the shield was up that the reader came under; whoever was here before was told by the log. */
  readonly cameUnder = signal("");
  /** So many seconds the reader is muted for: infinitely many where only staff end it, 0 for who is not. */
  readonly mutedFor = computed(() => secondsTo(this.muted.value));

  /** Whoever is muted is told so with each welcome. */
  welcome({ you, mode, recovered }: Welcome): void {
    this.become(you);
    this.muted.value = undefined;
    // Otherwise what was missed follows, changes of the mode included.
    if (recovered) return;
    this.#hold(mode);
    this.cameUnder.value = mode.shield.on ? mode.shield.since : "";
  }

  /** What the reader is told of it: one of the two changed, or, at midnight, none. */
  change(mode: Mode): string | undefined {
    const { shield } = mode;
    const isShield = JSON.stringify(this.shield.peek()) !== JSON.stringify(shield);
    const isSlow = this.slowSeconds.peek() !== mode.slow_seconds;
    this.#hold(mode);
    if (!isShield) return isSlow ? words.log.slow(mode.slow_seconds) : undefined;
    return shield.on ? words.shield.up(moment(shield.until)) : words.shield.down;
  }

  become(you: You): void {
    this.you.value = you;
    if (you.guest !== undefined) local.keep(KEYS.guest, you.guest);
  }

  /** Whether the reader is muted from now on; if not, a mute was lifted. */
  mute(told: Muted): boolean {
    const isLifted = told.until !== null && Date.parse(told.until) - roomNow.peek() <= LATE_MS;
    this.muted.value = isLifted ? undefined : told;
    return !isLifted;
  }

  #hold({ slow_seconds, shield }: Mode): void {
    this.slowSeconds.value = slow_seconds;
    this.shield.value = shield;
  }
}

/** Asks for the present only while there is something to wait for. */
export function secondsTo(told: { until: string | null } | undefined): number {
  if (!told) return 0;
  if (told.until === null) return Number.POSITIVE_INFINITY;
  return Math.max(0, Math.ceil((Date.parse(told.until) - roomNow.value) / 1_000));
}
