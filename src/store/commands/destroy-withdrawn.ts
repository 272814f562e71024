import { destroy } from "../log/withdrawals.ts";
import type { Command } from "./command.ts";

export const destroyWithdrawn: Command<"destroyWithdrawn"> = {
  by: "room",
  destroysTexts: true,
  audit: null,
  async run({ sql }, { upTo }) {
    await destroy(sql, sql`act <= ${upTo}`);
    return { events: [], result: null };
  },
};
