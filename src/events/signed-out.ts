import { z } from "zod";
import { kind, noPlain, noReplay, toNobody, unchanged } from "./kind.ts";

export const signedOut = kind(
  "signed_out",
  { userId: z.int(), tokenId: z.string() },
  {
    means: "One sign-in works no longer",
    audience: "nodes",
    write: ({ userId, tokenId }) => ({ id: userId, data: tokenId }),
    read: ({ id, data }) => ({ userId: id, tokenId: data }),
    state: unchanged,
    replay: noReplay,
    plain: noPlain,
    tells: toNobody,
    withdraws: false,
    ends: { ending: "signed_out", matches: ({ tokenId }, owner) => owner.tokenId === tokenId },
  },
);
