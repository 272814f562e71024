import { countReactions } from "../log/reaction-counts.ts";
import { recordFelt } from "../log/record.ts";
import type { Command } from "./command.ts";

export const react: Command<"react"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run({ sql, dialect, row }, { reactions }) {
    const counts = await countReactions(sql, dialect, row, reactions);
    return { events: await recordFelt(sql, row, counts), result: null };
  },
};
