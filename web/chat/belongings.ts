import { KEYS, local } from "../shared/storage.ts";

const MOST = 2_000;

/** Which messages of the day are this browser's own, and which it felt: their places, never their texts. */
export class Belongings {
  #day = "";
  #said = new Set<number>();
  #felt = new Set<number>();

  /** What was kept on another day is forgotten. */
  begin(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    const kept: { day?: string; said?: number[]; felt?: number[] } = JSON.parse(
      local.recall(KEYS.belongings) ?? "{}",
    );
    const isToday = kept.day === day;
    this.#said = new Set(isToday ? kept.said : []);
    this.#felt = new Set(isToday ? kept.felt : []);
    if (!isToday) local.forget(KEYS.belongings);
  }

  said(seq: number): void {
    this.#said.add(seq);
    this.#keep();
  }

  feel(seq: number): void {
    this.#felt.add(seq);
    this.#keep();
  }

  isMine(seq: number): boolean {
    return this.#said.has(seq);
  }

  isFelt(seq: number): boolean {
    return this.#felt.has(seq);
  }

  #keep(): void {
    const [said, felt] = [[...this.#said].slice(-MOST), [...this.#felt].slice(-MOST)];
    local.keep(KEYS.belongings, JSON.stringify({ day: this.#day, said, felt }));
  }
}
