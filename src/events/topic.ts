import { z } from "zod";
import { kind, NOTHING } from "./kind.ts";

export const topic = kind(
  "topic",
  { topic: z.string(), rules: z.string() },
  {
    ...NOTHING,
    audience: "everyone",
    write: ({ topic, rules }) => ({ id: null, data: JSON.stringify({ topic, rules }) }),
    read: ({ data }) => JSON.parse(data ?? "{}"),
    state: (state, { topic, rules }) => ({ ...state, topic, rules }),
    plain: ({ topic }) => `Today's topic: ${topic}`,
  },
);
