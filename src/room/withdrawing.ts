import { kindOf, type RoomEvent } from "../events/kinds.ts";

/** The position of the last event that took messages away which are to be destroyed. */
export function lastWithdrawing(events: readonly RoomEvent[]): number | undefined {
  return events.findLast((event) => kindOf(event).withdraws)?.seq;
}
