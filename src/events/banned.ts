import { z } from "zod";
import { kind, noPlain, noReplay, unchanged } from "./kind.ts";

export const banned = kind(
  "banned",
  { userId: z.int() },
  {
    audience: "nodes",
    write: ({ userId }) => ({ id: userId, data: null }),
    read: ({ id }) => ({ userId: id }),
    state: unchanged,
    replay: noReplay,
    plain: noPlain,
    ends: { ending: "banned", matches: ({ userId }, owner) => owner.userId === userId },
  },
);
