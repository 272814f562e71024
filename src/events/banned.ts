import { z } from "zod";
import { kind, NOTHING } from "./kind.ts";

export const banned = kind(
  "banned",
  { userId: z.int() },
  {
    ...NOTHING,
    audience: "nodes",
    write: ({ userId }) => ({ id: userId, data: null }),
    read: ({ id }) => ({ userId: id }),
    ends: { ending: "banned", matches: ({ userId }, owner) => owner.userId === userId },
  },
);
