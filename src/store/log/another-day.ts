import type { Refused } from "../../room/refusal.ts";
import type { RoomRow } from "../database/room-row.ts";

/** Said again a moment later, it comes from whom the guest is by then. */
export const ANOTHER_DAY: Refused = {
  code: "unavailable",
  detail: "The day is turning; try again.",
  retryAfter: 1,
};

/**
 * Whether a guest acts whose key is of another day than the room's, as on a node that has not heard of
 * the turn yet. The key would lead from one day to the other, and tell nobody that what is said again
 * under the next one is stored already.
 */
export function isOfAnotherDay({ day }: { day?: string }, row: Pick<RoomRow, "day">): boolean {
  return day !== undefined && day !== row.day;
}
