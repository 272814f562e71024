import { Refusal } from "../../room/refusal.ts";
import { record } from "../log/record.ts";
import { takeOver, withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const erase: Command<"erase"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ id }) => ({ act: "message_erased", target: { kind: "message", id } }),
  async run(transaction, { id }) {
    const { sql, row } = transaction;
    const act = actOf(transaction);
    const ids = await withdraw(act, sql`id = ${id} AND id > ${row.since}`);
    if (ids.length === 0 && !(await takeOver(act, id, row))) {
      throw new Refusal("not_found", `There is no message ${id} today.`);
    }
    const events = await record(sql, row, { type: "deleted", id });
    return { events, result: withdrawn(act, [id]) };
  },
};
