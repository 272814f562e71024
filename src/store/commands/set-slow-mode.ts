import { recordMode } from "../log/record.ts";
import type { Command } from "./command.ts";

export const setSlowMode: Command<"setSlowMode"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ seconds }) => ({
    act: seconds === 0 ? "slow_mode_ended" : "slow_mode_set",
    target: { kind: "room", id: null },
  }),
  async run({ sql, row }, { seconds }) {
    if (row.slow_seconds === seconds) return { events: [], result: null };
    await sql`UPDATE room SET slow_seconds = ${seconds}`;
    const events = await recordMode(sql, { ...row, slow_seconds: seconds });
    return { events, result: null };
  },
};
