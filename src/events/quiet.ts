import { kind, NOTHING } from "./kind.ts";

/**
 * The position of an event that is not for everyone, of a message deleted since, or of a kind
 * that a newer program stored and this one does not know.
 */
export const quiet = kind(
  "quiet",
  {},
  {
    ...NOTHING,
    audience: "everyone",
    write: () => ({ id: null, data: null }),
    read: () => ({}),
  },
);
