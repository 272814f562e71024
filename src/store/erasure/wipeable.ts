/**
 * Zeroed memory that stays where it is, so that `fill(0)` leaves nothing. A small buffer made in any other way is
 * moved when somebody takes a view of it (`subarray`, `buffer`), and what was copied from is not cleared.
 */
export function wipeable(bytes: number): Buffer {
  return Buffer.from(new ArrayBuffer(bytes));
}
