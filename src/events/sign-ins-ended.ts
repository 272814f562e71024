import { z } from "zod";
import { kind, noPlain, noReplay, toNobody, unchanged } from "./kind.ts";

/** Every sign-in of an account has ended, as after a new password. */
export const signInsEnded = kind(
  "sign_ins_ended",
  { userId: z.int() },
  {
    means: "The sign-ins of an account up to then work no longer",
    audience: "nodes",
    write: ({ userId }) => ({ id: userId, data: null }),
    read: ({ id }) => ({ userId: id }),
    state: unchanged,
    replay: noReplay,
    plain: noPlain,
    tells: toNobody,
    withdraws: false,
    ends: { ending: "signed_out", matches: ({ userId }, owner) => owner.userId === userId },
  },
);
