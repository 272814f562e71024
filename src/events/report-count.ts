import { z } from "zod";
import { seq } from "../wire/values.ts";
import { kind, noPlain, noReplay, unchanged } from "./kind.ts";

/** The reports of a message changed: another one came, or staff decided. */
export const reportCount = kind(
  "report_count",
  { id: seq, count: z.int().nonnegative(), hidden: z.boolean() },
  {
    means: "So many people report a message",
    audience: "nodes",
    write: ({ id, count, hidden }) => ({ id, data: JSON.stringify({ count, hidden }) }),
    read: ({ id, data }) => ({ id, ...JSON.parse(data ?? "{}") }),
    state: unchanged,
    replay: noReplay,
    plain: noPlain,
    tells: ({ id, count, hidden }, { isStaff }) =>
      isStaff ? { type: "reports", id, count, hidden } : null,
    withdraws: false,
    ends: null,
  },
);
