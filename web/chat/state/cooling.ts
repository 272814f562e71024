import { signal } from "@preact/signals";
import type { RefusalCode } from "../../../src/wire/frames.ts";
import { loadPart } from "../../shared/load-part.ts";
import { KEYS, tab } from "../../shared/storage.ts";
import type { Standing } from "./standing.ts";

const load = () => loadPart(() => import("../composer/cool-offer.tsx"));

/** What the room refuses to who speaks more, or harder, than it takes; what goes by itself later is not among it. */
const HEATED: readonly RefusalCode[] = ["rate_limited", "repeated", "not_allowed", "muted"];
const REFUSALS = 3;

/** When the room offers a minute to cool: after a mute, or a third refusal, once each. It goes by codes, and reads no text. */
export class Cooling {
  /** What offers it. Where it does not come, the next occasion asks for it again. */
  readonly offer = signal<Awaited<ReturnType<typeof load>> | undefined>(undefined);
  #refusals = 0;

  constructor(muted: Standing["muted"]) {
    muted.subscribe((mute) => {
      // Who is muted is told so with each welcome.
      if (mute && tab.recall(KEYS.cooledFor) !== `${mute.until}`) void this.#offer(`${mute.until}`);
    });
  }

  refused(code: RefusalCode): void {
    if (HEATED.includes(code) && ++this.#refusals >= REFUSALS) void this.#offer();
  }

  /** What was said was taken. */
  said(): void {
    this.#refusals = 0;
  }

  end(): void {
    this.offer.value = undefined;
  }

  async #offer(mute?: string): Promise<void> {
    try {
      this.offer.value = await load();
      this.#refusals = 0;
      if (mute !== undefined) tab.keep(KEYS.cooledFor, mute);
    } catch (error) {
      // It was not asked for, so nothing is said to its reader.
      console.error("A part of the page did not come.", error);
    }
  }
}
