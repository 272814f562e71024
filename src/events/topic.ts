import { z } from "zod";
import { kind, noReplay, toNobody } from "./kind.ts";

export const topic = kind(
  "topic",
  { topic: z.string(), rules: z.string() },
  {
    means: "Topic and rules are others",
    audience: "everyone",
    write: ({ topic, rules }) => ({ id: null, data: JSON.stringify({ topic, rules }) }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    state: (state, { topic, rules }) => ({ ...state, topic, rules }),
    replay: noReplay,
    plain: ({ topic }) => `Today's topic: ${topic}`,
    tells: toNobody,
    withdraws: false,
    ends: null,
  },
);
