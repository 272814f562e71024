import { changeTopic } from "../log/record.ts";
import type { Command } from "./command.ts";

export const setTopic: Command<"setTopic"> = {
  by: "admin",
  destroysTexts: false,
  audit: () => ({ act: "topic_set", target: { kind: "room", id: null } }),
  async run({ sql, row }, { topic, rules = row.rules }) {
    const result = { topic, rules };
    return { events: await changeTopic(sql, row, result), result };
  },
};

export const configure: Command<"configure"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run({ sql, row }, topic) {
    const configured = JSON.stringify([topic.topic, topic.rules]);
    if (row.configured === configured) return { events: [], result: false };
    await sql`UPDATE room SET configured = ${configured}`;
    return { events: await changeTopic(sql, row, topic), result: true };
  },
};
