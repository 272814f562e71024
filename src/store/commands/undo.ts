import { z } from "zod";
import { Refusal } from "../../room/refusal.ts";
import { recordRestored } from "../log/record.ts";
import { readSanctions } from "../log/sanctions.ts";
import { findAct, restore } from "../log/withdrawals.ts";
import { type Command, isAdmin } from "./command.ts";
import { lift } from "./sanction.ts";

/** What clients saw of the act: for a ban, that messages were removed. */
const Seen = z.enum(["deleted", "removed", "cleared"]).catch("removed");

export const undo: Command<"undo"> = {
  by: "anyone",
  destroysTexts: false,
  audit: ({ act }) => ({ act: "undone", target: { kind: "event", id: act } }),
  async run(transaction, { act }) {
    const { sql, row, actor } = transaction;
    const found = await findAct(sql, act, row);
    if (found === null || (found.actor !== actor.key && !(await isAdmin(sql, actor)))) {
      throw new Refusal("not_found", "That can no longer be brought back.");
    }
    const { seen, hidden } = await restore(sql, act);
    const ban = (await readSanctions(sql, row.since)).filter(({ id }) => id === act);
    const lifted = await lift(transaction, ban);
    const next = { ...row, seq: row.seq + lifted.length };
    const restored = await recordRestored(sql, next, act, Seen.parse(found.kind), seen);
    return { events: [...lifted, ...restored], result: seen.length + hidden.length };
  },
};
