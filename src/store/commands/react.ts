import { countReactions } from "../log/reaction-counts.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const react: Command<"react"> = {
  by: "room",
  destroysTexts: false,
  async run({ sql, dialect, row }, { reactions }) {
    const counts = await countReactions(sql, dialect, row, reactions);
    const events = counts.length > 0 ? await record(sql, row, { type: "felt", counts }) : [];
    return { events, result: null };
  },
};
