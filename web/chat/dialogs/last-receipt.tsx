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

/** Of the day that just ended here. Not every page is to ask at once. */
function learnOf(ended: string, tries = 0): void {
  const wait = ASK_AFTER_MS[tries];
  if (wait === undefined) return;
  setTimeout(
    async () => {
      await Promise.all([askAfter(ended), learnOfLastNight()]);
      if ((lastNight.peek()?.day ?? "") < ended || asked < ended) learnOf(ended, tries + 1);
    },
    wait * (1 + Math.random()),
  );
}

/** At once, and after every midnight that this page sees. */
export function followNights(day: ReadonlySignal<Today | undefined>): void {
  let last: Today | undefined;
  day.subscribe((today) => {
    if (!today) return;
    if (!last) void learnOfLastNight();
    else if (today.day !== last.day) {
      // Whom no socket welcomed on that day, the room first meets after it, and does not count: they are not asked.
      if (!last.epoch) asked = last.day;
      learnOf(last.day);
    }
    last = today;
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
