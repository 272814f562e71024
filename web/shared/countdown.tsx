import { countdown } from "../../client/days.ts";
import { roomNow } from "./clock.ts";

/** What is left until an instant, to the second. Silent: nobody wants to hear it tick. */
export function Countdown({ until }: { until: number }) {
  return (
    <b class="digits" translate={false} role="timer" aria-live="off">
      {countdown(until - roomNow.value)}
    </b>
  );
}
