import type { ReadonlySignal } from "@preact/signals";
import type { MessageEvent as Message, You } from "../../../src/wire/frames.ts";
import { KEYS, local } from "../../shared/storage.ts";
import type { Today } from "./day.ts";

const MOST = 2_000;

/** Which messages of the day are this browser's own, and which it felt: their places, never their texts. */
export class OwnMessages {
  #day = "";
  #said = new Set<number>();
  #felt = new Set<number>();

  constructor(today: ReadonlySignal<Today | undefined>) {
    today.subscribe((now) => {
      if (now) this.#begin(now.day);
    });
  }

  /** What was kept on another day is forgotten. */
  #begin(day: string): void {
    if (day === this.#day) return;
    this.#day = day;
    const { said, felt } = recall(day);
    this.#said = new Set(said);
    this.#felt = new Set(felt);
    if (said.length + felt.length === 0) local.forget(KEYS.ownMessages);
  }

  said(seq: number): void {
    this.#said.add(seq);
    this.#keep();
  }

  feel(seq: number): void {
    this.#felt.add(seq);
    this.#keep();
  }

  hasSaid(seq: number): boolean {
    return this.#said.has(seq);
  }

  /** Said here, or under the reader's name: from another device, say. */
  isFrom({ seq, user, kind }: Message, you: You | undefined): boolean {
    return this.#said.has(seq) || (user === you?.name && kind === you.kind);
  }

  isFelt(seq: number): boolean {
    return this.#felt.has(seq);
  }

  /** Beside what other tabs of this browser have kept. */
  #keep(): void {
    const kept = recall(this.#day);
    const said = latest([...kept.said, ...this.#said]);
    const felt = latest([...kept.felt, ...this.#felt]);
    local.keep(KEYS.ownMessages, JSON.stringify({ day: this.#day, said, felt }));
  }
}

function recall(day: string): { said: number[]; felt: number[] } {
  const kept: { day?: string; said?: number[]; felt?: number[] } = JSON.parse(
    local.recall(KEYS.ownMessages) ?? "{}",
  );
  const isToday = kept.day === day;
  return { said: (isToday && kept.said) || [], felt: (isToday && kept.felt) || [] };
}

const latest = (places: number[]) =>
  [...new Set(places)].sort((one, other) => one - other).slice(-MOST);
