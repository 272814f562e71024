import { signal } from "@preact/signals";
import type { ServerEvent, You } from "../../../src/wire/frames.ts";
import { KEYS, local } from "../../shared/storage.ts";
import type { Welcome } from "./day.ts";

type Muted = Extract<ServerEvent, { type: "muted" }>;

/** Who the reader is in the room, and how it takes what they say. */
export class Standing {
  readonly you = signal<You | undefined>(undefined);
  readonly muted = signal<Muted | undefined>(undefined);
  /** How long each sender waits between two messages; 0: nobody waits. */
  readonly slowSeconds = signal(0);

  /** Whoever is muted is told so after each welcome. */
  welcome({ you, mode }: Welcome): void {
    this.become(you);
    this.muted.value = undefined;
    this.slowSeconds.value = mode.slow_seconds;
  }

  become(you: You): void {
    this.you.value = you;
    if (you.guest !== undefined) local.keep(KEYS.guest, you.guest);
  }
}
