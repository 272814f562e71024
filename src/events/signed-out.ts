import { z } from "zod";
import { kind, NOTHING } from "./kind.ts";

export const signedOut = kind(
  "signed_out",
  { userId: z.int(), tokenId: z.string() },
  {
    ...NOTHING,
    audience: "nodes",
    write: ({ userId, tokenId }) => ({ id: userId, data: tokenId }),
    read: ({ id, data }) => ({ userId: id, tokenId: data }),
    ends: { ending: "signed_out", matches: ({ tokenId }, owner) => owner.tokenId === tokenId },
  },
);
