import { z } from "zod";
import { kind, noReplay, toNobody } from "./kind.ts";

/** How the room takes messages changed. `slow_seconds`: how long each sender waits between two, 0 for no wait. */
export const mode = kind(
  "mode",
  { slow_seconds: z.int().nonnegative(), shield: z.null() },
  {
    audience: "everyone",
    write: ({ slow_seconds }) => ({ id: null, data: `${slow_seconds}` }),
    read: ({ data }) => ({ slow_seconds: Number(data), shield: null }),
    state: (state, { slow_seconds: slowSeconds }) => ({ ...state, slowSeconds }),
    replay: noReplay,
    plain: ({ slow_seconds: seconds }) =>
      seconds === 0 ? "Slow mode is over." : `Slow mode: one message every ${seconds} seconds.`,
    tells: toNobody,
    ends: null,
  },
);
