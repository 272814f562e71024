import { type ReadonlySignal, signal } from "@preact/signals";
import { loadPart } from "../../shared/load-part.ts";
import type { Today } from "../state/day.ts";

const load = () => loadPart(() => import("./last-receipt.tsx"));

/** What says how the last day ended, once it has come: the room is shown without it. */
export const lastReceipt = signal<Awaited<ReturnType<typeof load>> | undefined>(undefined);

/** Where it does not come, it is asked for again with the next welcome. */
export function followReceipts(day: ReadonlySignal<Today | undefined>): void {
  let isComing = false;
  day.subscribe(async (today) => {
    if (!today || isComing) return;
    isComing = true;
    try {
      const part = await load();
      part.followNights(day);
      lastReceipt.value = part;
    } catch (error) {
      isComing = false;
      console.error("A part of the page did not come.", error);
    }
  });
}
