import { z } from "zod";
import { timezone } from "../wire/values.ts";
import { kind, noPlain, noReplay, toNobody } from "./kind.ts";

/** The zone of the room's midnight was chosen, before anything was said; `day` is the day that is on there. */
export const zone = kind(
  "zone",
  { timezone, day: z.iso.date() },
  {
    means: "The first admin chose where midnight is; the socket is closed, and comes back to it",
    audience: "everyone",
    write: ({ timezone, day }) => ({ id: null, data: JSON.stringify({ timezone, day }) }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    state: (state, { timezone, day }) => ({ ...state, timezone, day }),
    replay: noReplay,
    plain: noPlain,
    tells: toNobody,
    withdraws: false,
    // Who is in the room already comes back to a welcome that names the new midnight.
    ends: { ending: "going_away", matches: () => true },
  },
);
