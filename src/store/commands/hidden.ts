/** What is hidden until staff decide. */
import { Refusal } from "../../room/refusal.ts";
import { recordRemoved, recordRestored } from "../log/record.ts";
import { markKept } from "../log/reports.ts";
import { saidByNewcomers } from "../log/senders.ts";
import { hide, keep, withdraw } from "../log/withdrawals.ts";
import { actOf, type Command, withdrawn } from "./command.ts";

export const hideNewcomers: Command<"hideNewcomers"> = {
  by: "staff",
  destroysTexts: false,
  audit: () => ({ act: "newcomers_hidden", target: { kind: "room", id: null } }),
  async run(transaction, { since }) {
    const { sql, row } = transaction;
    const act = actOf(transaction);
    const ids = await hide(act, saidByNewcomers(sql, row, since));
    return { events: await recordRemoved(sql, row, ids, "hidden"), result: withdrawn(act, ids) };
  },
};

export const keepHidden: Command<"keepHidden"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ act }) => ({ act: "hidden_kept", target: { kind: "event", id: act } }),
  async run({ sql, row }, { act }) {
    const hidden = sql`hidden = ${act} AND hidden > ${row.since}`;
    await markKept(
      sql,
      sql`message IN (SELECT id FROM withdrawn WHERE hidden = act AND ${hidden})`,
    );
    const ids = await keep(sql, hidden);
    if (ids.length === 0) throw nothingHidden(act);
    return { events: await recordRestored(sql, row, act, "removed", ids), result: ids.length };
  },
};

export const removeHidden: Command<"removeHidden"> = {
  by: "staff",
  destroysTexts: false,
  audit: ({ act }) => ({ act: "hidden_removed", target: { kind: "event", id: act } }),
  async run(transaction, { act: hidden }) {
    const { sql, row } = transaction;
    const act = actOf(transaction);
    const ids = await withdraw(
      act,
      sql`id IN (SELECT id FROM withdrawn WHERE hidden = ${hidden} AND hidden > ${row.since})`,
    );
    if (ids.length === 0) throw nothingHidden(hidden);
    return { events: await recordRemoved(sql, row, ids, "staff"), result: withdrawn(act, ids) };
  },
};

function nothingHidden(act: number): Refusal {
  return new Refusal("not_found", `Nothing is hidden any more of what the event ${act} hid.`);
}
