import { Refusal } from "../../room/refusal.ts";
import { record, recordRemoved } from "../log/record.ts";
import { withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const eraseOwn: Command<"eraseOwn"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run(transaction, { id }) {
    const { sql, row, actor } = transaction;
    const act = actOf(transaction);
    const one = id === undefined ? sql`` : sql`AND sends.seq = ${id}`;
    const ids = await withdraw(
      act,
      sql`id > ${row.since} AND id IN
        (SELECT seq FROM sends WHERE sender = ${actor.key} AND sends.seq > ${row.since} ${one})`,
    );
    const result = withdrawn(act, ids);
    if (id === undefined) return { events: await recordRemoved(sql, row, ids, "author"), result };
    if (ids.length === 0) {
      throw new Refusal("not_found", `You have said no message ${id} today.`);
    }
    return { events: await record(sql, row, { type: "deleted", id, by: "author" }), result };
  },
};
