import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { useEffect } from "preact/hooks";
import { backoff } from "../../../client/backoff.ts";
import { loadPart } from "../../shared/load-part.ts";
import type { Room } from "../state/room.ts";
import { isStaff } from "./is-staff.ts";

/** The desk, for staff alone: nobody else loads it. Where it does not come, it is asked for again. */
export function StaffPart({ room }: { room: Room }) {
  const desk = useSignal<VNode | null>(null);
  const tries = useSignal(0);
  const isWanted = isStaff(room.you.value);
  useEffect(() => {
    if (!isWanted || desk.peek()) return;
    const over = new AbortController();
    loadPart(() => import("./desk.tsx")).then(
      (part) => {
        desk.value = <part.default room={room} />;
      },
      (error: unknown) => {
        console.error("The desk did not come.", error);
        if (over.signal.aborted) return;
        const again = setTimeout(
          () => {
            tries.value++;
          },
          backoff(tries.peek(), Math.random()),
        );
        over.signal.addEventListener("abort", () => clearTimeout(again));
      },
    );
    return () => over.abort();
  }, [room, desk, tries, isWanted, tries.value]);
  return isWanted ? desk.value : null;
}
