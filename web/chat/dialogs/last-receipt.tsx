import { type ReadonlySignal, signal } from "@preact/signals";
import type { ReceiptBody } from "../../../src/wire/http.ts";
import { MOOD_WITHIN_MS } from "../../../src/wire/limits.ts";
import { call } from "../../shared/api.ts";
import { Changing } from "../../shared/changing.tsx";
import { loadPart } from "../../shared/load-part.ts";
import { words } from "../../words/words.ts";
import type { Today } from "../state/day.ts";
import type { Room } from "../state/room.ts";

/** What the last midnight destroyed, once it is known; a room that has seen none has none. */
export const lastNight = signal<ReceiptBody | undefined>(undefined);

/** A day is destroyed and looked for in the seconds after it ends; only then is there a receipt. */
const ASK_AFTER_MS = [1_000, 5_000, 15_000, 60_000, 180_000];

const load = () => loadPart(() => import("./mood-question.tsx"));

/** What asks who saw the day end how they leave it; once it has come, and until it is answered or too late. */
const question = signal<Awaited<ReturnType<typeof load>> | undefined>(undefined);
let asked = "";

/** Of the day that ended. Where it does not come, it is asked for again as the receipt is. */
async function askAfter(ended: string): Promise<void> {
  if (asked === ended) return;
  try {
    question.value = await load();
    asked = ended;
    setTimeout(endQuestion, MOOD_WITHIN_MS);
  } catch (error) {
    console.error("A part of the page did not come.", error);
  }
}

function endQuestion(): void {
  question.value = undefined;
}

async function learnOfLastNight(): Promise<void> {
  const answer = await call<{ receipts: ReceiptBody[] }>("GET", "/api/receipts");
  if (answer.ok) lastNight.value = answer.value.receipts[0];
}

/**
 * Of the day that just ended here. Not every page is to ask at once. `isMet`: whether the room knew
 * the reader on that day; whom it first meets after midnight it does not count, and they are not asked.
 */
function learnOf(ended: string, isMet: boolean, tries = 0): void {
  const wait = ASK_AFTER_MS[tries];
  if (wait === undefined) return;
  setTimeout(
    async () => {
      await Promise.all([isMet && askAfter(ended), learnOfLastNight()]);
      const isKnown = (lastNight.peek()?.day ?? "") >= ended;
      if (!isKnown || (isMet && asked < ended)) learnOf(ended, isMet, tries + 1);
    },
    wait * (1 + Math.random()),
  );
}

/** At once, and after every midnight that this page sees. */
export function followNights(day: ReadonlySignal<Today | undefined>): void {
  let shown = "";
  let isMet = false;
  day.subscribe((today) => {
    if (!today) return;
    if (today.day !== shown) {
      if (shown === "") void learnOfLastNight();
      else learnOf(shown, isMet);
      shown = today.day;
      isMet = false;
    }
    // The epoch comes with a socket's welcome, and not with what is read before there is one.
    isMet ||= today.epoch !== undefined;
  });
}

/** In a line, under what midnight will do; and what is asked of who saw the day end. */
export function LastNight({ room }: { room: Room }) {
  const receipt = lastNight.value;
  const mood = question.value;
  return (
    <>
      {receipt?.clean && (
        <p class="note">
          <Changing text={words.receipt.line(receipt.messages)} />
        </p>
      )}
      {/* Who only reads by HTTP has nobody to tell. */}
      {mood && room.you.value && <mood.MoodQuestion room={room} />}
    </>
  );
}
