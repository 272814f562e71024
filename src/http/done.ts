import type { Done } from "../wire/http.ts";

/** The answer to a call that takes messages away: `act` is what to undo, null where it took none. */
export function done(message: string, act: number | null): Done {
  return act === null ? { message } : { message, undo: act };
}
