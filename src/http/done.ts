import type { Withdrawn } from "../room/commands.ts";
import type { Done, Removed } from "../wire/http.ts";

/** The answer to a call that takes messages away: `act` is what to undo, null where it took none. */
export function done(message: string, act: number | null): Done {
  return act === null ? { message } : { message, undo: act };
}

/** The answer to a call that counts what it took away. */
export function removed({ act, count }: Withdrawn): Removed {
  return act === null ? { removed: count } : { removed: count, undo: act };
}
