import { z } from "zod";
import { kind, noPlain, noReplay } from "./kind.ts";
import { muted } from "./muted.ts";
import { Sanction } from "./sanction.ts";

/** A sanction ended: staff lifted it, or its time was over. */
export const lifted = kind(
  "lifted",
  { sanction: Sanction, at: z.int() },
  {
    means: "Staff ended a mute or a ban, or it ended by itself",
    audience: "nodes",
    write: ({ sanction, at }) => ({
      id: sanction.userId,
      data: JSON.stringify({ sanction, at }),
    }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    state: (state, { sanction: { id } }) => ({
      ...state,
      sanctions: state.sanctions.filter((other) => other.id !== id),
    }),
    replay: noReplay,
    plain: noPlain,
    tells: ({ sanction, at }, { key }) =>
      sanction.kind === "mute" && sanction.subject === key
        ? muted({ until: at, reason: null })
        : null,
    withdraws: false,
    ends: null,
  },
);
