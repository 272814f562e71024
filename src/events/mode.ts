import { z } from "zod";
import { kind, noReplay, toNobody } from "./kind.ts";
import { ShieldView, shieldOf, viewOf } from "./shield.ts";

/**
 * How the room takes messages changed. `slow_seconds`: how long each sender waits between two, 0 for
 * no wait.
 */
export const mode = kind(
  "mode",
  { slow_seconds: z.int().nonnegative(), shield: ShieldView },
  {
    means: "How slow the room is, and whether it is under a shield",
    audience: "everyone",
    write: ({ slow_seconds, shield }) => ({
      id: null,
      data: JSON.stringify({ slow_seconds, shield }),
    }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    state: (state, { slow_seconds: slowSeconds, shield }) => ({
      ...state,
      slowSeconds,
      shield: shieldOf(shield),
    }),
    replay: noReplay,
    plain: ({ slow_seconds: seconds, shield }, before) => {
      if (JSON.stringify(viewOf(before.shield)) !== JSON.stringify(shield)) return told(shield);
      if (seconds === before.slowSeconds) return null;
      return seconds === 0
        ? "Slow mode is over."
        : `Slow mode: one message every ${seconds} seconds.`;
    },
    tells: toNobody,
    withdraws: false,
    ends: null,
  },
);

/** A script in plain mode may be in any zone. */
function told(shield: ShieldView): string {
  if (!shield.on) return "The shield is down: newcomers may speak again.";
  return `The shield is up until ${shield.until.slice(11, 16)} UTC: newcomers wait, everybody reads.`;
}
