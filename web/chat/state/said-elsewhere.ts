import type { Handlers } from "../../../client/handlers.ts";

const nothing = () => undefined;

/** The kinds that the room as it is shown need not know of. */
export const SAID_ELSEWHERE = {
  // The link ends with these.
  banned: nothing,
  zone: nothing,
  reports: nothing,
  // Said where it was asked.
  mood: nothing,
  quiet: nothing,
} satisfies Partial<Handlers>;
