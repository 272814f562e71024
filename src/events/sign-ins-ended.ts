import { z } from "zod";
import { kind, NOTHING } from "./kind.ts";

/** Every sign-in of an account has ended, as after a new password. */
export const signInsEnded = kind(
  "sign_ins_ended",
  { userId: z.int() },
  {
    ...NOTHING,
    audience: "nodes",
    write: ({ userId }) => ({ id: userId, data: null }),
    read: ({ id }) => ({ userId: id }),
    ends: { ending: "signed_out", matches: ({ userId }, owner) => owner.userId === userId },
  },
);
