/** How many messages came while the tab was not shown, in its title. */
export class TitleCount {
  readonly #title = document.title;
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

  #show(): void {
    const count = this.#arrived + this.#behind;
    document.title = count === 0 ? this.#title : `(${count}) ${this.#title}`;
  }
}
