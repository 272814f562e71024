import { z } from "zod";
import { kind, toNobody } from "./kind.ts";

/** The day turned, or an admin emptied the room: `day` is the day that is on now. */
export const cleared = kind(
  "cleared",
  { day: z.iso.date() },
  {
    means: "Midnight where `day` is new; otherwise the room was emptied",
    audience: "everyone",
    write: ({ day }) => ({ id: null, data: day }),
    read: ({ data }) => ({ day: data }),
    state: (state, { seq, day }) =>
      day === state.day
        ? { ...state, cleared: seq }
        : // A guest is nobody after midnight.
          {
            ...state,
            day,
            cleared: 0,
            sanctions: state.sanctions.filter(({ userId }) => userId !== null),
          },
    replay: (memory, event) => memory.beginWith(event),
    plain: ({ day }, before) =>
      day === before.day
        ? "The room was cleared by an admin."
        : "Midnight. Everything said yesterday has been destroyed.",
    tells: toNobody,
    withdraws: true,
    ends: null,
  },
);
