import { type ReadonlySignal, signal } from "@preact/signals";
import type { ReceiptBody } from "../../../src/wire/http.ts";
import { call } from "../../shared/api.ts";
import { Changing } from "../../shared/changing.tsx";
import { words } from "../../words/words.ts";
import type { Today } from "../state/day.ts";

/** What the last midnight destroyed, once it is known; a room that has seen none has none. */
export const lastNight = signal<ReceiptBody | undefined>(undefined);

/** A day is destroyed and looked for in the seconds after it ends; only then is there a receipt. */
const ASK_AFTER_MS = [1_000, 5_000, 15_000, 60_000, 180_000];

async function learnOfLastNight(): Promise<void> {
  const answer = await call<{ receipts: ReceiptBody[] }>("GET", "/api/receipts");
  if (answer.ok) lastNight.value = answer.value.receipts[0];
}

/** Of the day that just ended here. Not every page is to ask at once. */
function learnOf(ended: string, asked = 0): void {
  const wait = ASK_AFTER_MS[asked];
  if (wait === undefined) return;
  setTimeout(
    async () => {
      await learnOfLastNight();
      if ((lastNight.peek()?.day ?? "") < ended) learnOf(ended, asked + 1);
    },
    wait * (1 + Math.random()),
  );
}

/** At once, and after every midnight that this page sees. */
export function followNights(day: ReadonlySignal<Today | undefined>): void {
  let shown = "";
  day.subscribe((today) => {
    if (!today || today.day === shown) return;
    if (shown === "") void learnOfLastNight();
    else learnOf(shown);
    shown = today.day;
  });
}

/** In a line, under what midnight will do. */
export function LastNight() {
  const receipt = lastNight.value;
  if (!receipt?.clean) return null;
  return (
    <p class="note">
      <Changing text={words.receipt.line(receipt.messages)} />
    </p>
  );
}
