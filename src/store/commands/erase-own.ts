import { Refusal } from "../../room/refusal.ts";
import { record, recordRemoved } from "../log/record.ts";
import { isThere } from "../log/reports.ts";
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
    const own = sql`sends.sender = ${actor.key} AND sends.seq > ${row.since} ${one}`;
    // Most who ask have said nothing. Then one look is all that it costs.
    const [any] = await sql`SELECT 1 FROM sends
      WHERE ${own} AND (${isThere(sql, sql`sends.seq`)}) LIMIT 1`;
    if (!any) {
      if (id === undefined) return { events: [], result: withdrawn(act, []) };
      throw new Refusal("not_found", `You have said no message ${id} today.`);
    }
    const ids = await withdraw(
      act,
      sql`id > ${row.since} AND id IN (SELECT sends.seq FROM sends WHERE ${own})`,
    );
    const result = withdrawn(act, ids);
    if (id === undefined) return { events: await recordRemoved(sql, row, ids, "author"), result };
    return { events: await record(sql, row, { type: "deleted", id, by: "author" }), result };
  },
};
