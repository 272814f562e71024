import { record } from "../log/record.ts";
import { destroy, withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const clear: Command<"clear"> = {
  by: "admin",
  destroysTexts: true,
  audit: () => ({ act: "cleared", target: { kind: "room", id: null } }),
  async run(transaction) {
    const { sql, row } = transaction;
    const act = actOf(transaction);
    // Older deletions become final: only undoing the clearing can bring messages back.
    await destroy(sql, sql`act < ${act.seq}`);
    const ids = await withdraw(act, sql`id > ${row.since}`);
    const events = await record(sql, row, { type: "cleared", day: row.day });
    return { events, result: withdrawn(act, ids) };
  },
};
