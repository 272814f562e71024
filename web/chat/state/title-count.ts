import { loadPart } from "../../shared/load-part.ts";

/** How many messages came while the tab was not shown, in its title and by the other signs of it. */
export class TitleCount {
  readonly #title = document.title;
  #signs: Promise<typeof import("./unread-signs.ts")> | undefined;
  /** Those that this page was sent, and those the room says that it was not. */
  #arrived = 0;
  #behind = 0;

  constructor() {
    document.addEventListener("visibilitychange", () => {
      this.#arrived = this.#behind = 0;
      this.#show();
    });
  }

  arrived(): void {
    if (!document.hidden) return;
    this.#arrived++;
    this.#show();
  }

  behind(count: number): void {
    if (!document.hidden) return;
    this.#behind = count;
    this.#show();
  }

  /** From now on the room counts anew. What it had counted comes, or is gone. */
  welcomed(isRecovered: boolean): void {
    if (!isRecovered) this.#arrived += this.#behind;
    this.#behind = 0;
  }

  /** A new day: what was counted is no longer there. */
  clear(): void {
    this.#arrived = this.#behind = 0;
    this.#show();
  }

  get #count(): number {
    return this.#arrived + this.#behind;
  }

  #show(): void {
    const count = this.#count;
    document.title = count === 0 ? this.#title : `(${count}) ${this.#title}`;
    if (count > 0 || this.#signs) void this.#sign();
  }

  /** What draws and sounds comes with its first use; where it does not come, the next message asks again. */
  async #sign(): Promise<void> {
    this.#signs ??= loadPart(() => import("./unread-signs.ts"));
    try {
      const { showUnread } = await this.#signs;
      showUnread(this.#count);
    } catch (error) {
      console.error("The signs of what is unread did not come.", error);
      this.#signs = undefined;
    }
  }
}
