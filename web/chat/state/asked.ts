import { type Signal, signal } from "@preact/signals";
import type { ClientFrame, ServerEvent } from "../../../src/wire/frames.ts";
import type { PageLink } from "../../shared/page-link.ts";
import { words } from "../../words/words.ts";

/** What the reader asked the room to do, beside speaking: done, asked again, or said not to be done. */
export class Asked {
  readonly #link: Pick<PageLink, "send">;
  readonly #status: Signal<string>;
  /** Not answered yet. */
  readonly #open = new Map<string, { frame: ClientFrame; done?: (() => void) | undefined }>();

  #isAgain = false;
  /** What was refused last of it, and when it may be asked again, by this machine's clock. */
  readonly wait = signal({ why: "", until: 0 });

  constructor(link: Pick<PageLink, "send">, status: Signal<string>) {
    this.#link = link;
    this.#status = status;
  }

  /** Whether the frame left; where it did not, that is said. `done`: told once the room has done it. */
  ask(frame: ClientFrame, about = 0, done?: () => void): boolean {
    const hasLeft = this.#link.send(frame);
    this.#isAgain = false;
    if (hasLeft) this.#open.set(`${frame.type} ${about}`, { frame, done });
    else this.#status.value = words.link.notDone;
    return hasLeft;
  }

  heard(event: ServerEvent): void {
    const answers = answeredBy(event);
    if (answers === "all") this.#open.clear();
    else
      for (const key of answers) {
        this.#open.get(key)?.done?.();
        this.#open.delete(key);
      }
  }

  /** Of what was asked for again, that it is not there any more says that the first asking was heard. */
  refused(
    { ref, code, retry_after = 0 }: Extract<ServerEvent, { type: "refused" }>,
    why: string,
  ): void {
    const isDone = this.#isAgain && code === "not_found";
    if (ref !== undefined || isDone) return;
    this.wait.value = { why, until: retry_after > 0 ? Date.now() + retry_after * 1_000 : 0 };
    this.#status.value = why;
  }

  /** After a break. Each of these is done once, however often it is asked. */
  again(): void {
    this.#isAgain = this.#open.size > 0;
    for (const { frame } of this.#open.values()) this.#link.send(frame);
  }
}

/** A refusal does not say of what; what is brought back does not say by which act. */
function answeredBy(event: ServerEvent): string[] | "all" {
  switch (event.type) {
    case "deleted":
      return [`erase ${event.id}`];
    case "felt":
      return event.counts.map(([id]) => `felt ${id}`);
    case "reported":
      return [`report ${event.id}`];
    case "mood":
      return ["mood 0"];
    case "forgotten":
      return ["forget 0"];
    case "refused":
      return event.ref === undefined ? "all" : [];
    case "restored":
    case "cleared":
      return "all";
    default:
      return [];
  }
}
