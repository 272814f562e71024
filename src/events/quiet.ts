import { kind, noPlain, noReplay, toNobody, unchanged } from "./kind.ts";

/**
 * The position of an event that is not for everyone, of a message deleted since, or of a kind
 * that a newer program stored and this one does not know.
 */
export const quiet = kind(
  "quiet",
  {},
  {
    means: "A place of the log that is not for everyone",
    audience: "everyone",
    write: () => ({ id: null, data: null }),
    read: () => ({}),
    state: unchanged,
    replay: noReplay,
    plain: noPlain,
    tells: toNobody,
    withdraws: false,
    ends: null,
  },
);
