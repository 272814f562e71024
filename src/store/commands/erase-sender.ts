import { recordRemoved } from "../log/record.ts";
import { senderOf } from "../log/senders.ts";
import { destroy, withdraw } from "../log/withdrawals.ts";
import { assertMayAct } from "./act-on.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const eraseSender: Command<"eraseSender"> = {
  by: "staff",
  destroysTexts: true,
  audit: ({ id }) => ({ act: "sender_erased", target: { kind: "message", id } }),
  async run(transaction, { id }) {
    const { sql, row } = transaction;
    const sender = await senderOf(sql, row, id);
    await assertMayAct(transaction, sender.userId);
    const theirs = sql`id > ${row.since} AND id IN
      (SELECT seq FROM sends WHERE sender = ${sender.key} AND sends.seq > ${row.since})`;
    // What its author took back must not return after this: only undoing this may bring anything back.
    await destroy(sql, theirs);
    const act = actOf(transaction);
    const ids = await withdraw(act, theirs);
    return { events: await recordRemoved(sql, row, ids, "staff"), result: withdrawn(act, ids) };
  },
};
