import { placeBefore } from "../log/place-before.ts";
import { recordRemoved } from "../log/record.ts";
import { saidByNewcomers } from "../log/senders.ts";
import { withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const sweep: Command<"sweep"> = {
  by: "staff",
  destroysTexts: false,
  audit: () => ({ act: "swept", target: { kind: "room", id: null } }),
  async run(transaction, { since }) {
    const { sql, row } = transaction;
    const act = actOf(transaction);
    const place = await placeBefore(sql, since, row.since);
    const ids = await withdraw(act, saidByNewcomers(sql, since, place));
    return { events: await recordRemoved(sql, row, ids, "staff"), result: withdrawn(act, ids) };
  },
};
