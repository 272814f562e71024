import { banned } from "./banned.ts";
import { kind, noPlain, noReplay } from "./kind.ts";
import { muted } from "./muted.ts";
import { concerns, Sanction } from "./sanction.ts";

/** Somebody was muted or banned. */
export const sanctioned = kind(
  "sanctioned",
  { sanction: Sanction },
  {
    means: "Somebody is muted or banned",
    audience: "nodes",
    write: ({ sanction }) => ({ id: sanction.userId, data: JSON.stringify(sanction) }),
    read: ({ data }) => ({ sanction: JSON.parse(data ?? "{}") }),
    state: (state, { sanction }) => {
      const { kind, subject } = sanction;
      const others = state.sanctions.filter(
        (other) => other.kind !== kind || other.subject !== subject,
      );
      return { ...state, sanctions: [...others, sanction] };
    },
    replay: noReplay,
    plain: noPlain,
    tells: ({ sanction }, owner) => {
      if (!concerns(sanction, owner)) return null;
      return sanction.kind === "mute" ? muted(sanction) : banned(sanction);
    },
    withdraws: false,
    ends: {
      ending: "banned",
      matches: ({ sanction }, owner) => sanction.kind === "ban" && concerns(sanction, owner),
    },
  },
);
