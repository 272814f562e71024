import { accountKey } from "../../room/keys.ts";
import { Refusal } from "../../room/refusal.ts";
import { readSanctions } from "../log/sanctions.ts";
import { assertMayAct } from "./act-on.ts";
import type { Command } from "./command.ts";
import { lift, place } from "./sanction.ts";

export const ban: Command<"ban"> = {
  by: "admin",
  destroysTexts: true,
  audit: ({ userId, banned }) => ({
    act: banned ? "banned" : "unbanned",
    target: { kind: "account", id: userId },
  }),
  async run(transaction, { userId, banned }) {
    const { sql, row } = transaction;
    const user = await assertMayAct(transaction, userId);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    const name = user.username;
    const subject = accountKey(userId);
    if (banned) {
      const fields = { kind: "ban", subject, range: null, userId, name } as const;
      const { events, result } = await place(transaction, { ...fields, until: null, reason: null });
      return { events, result: { name, act: result.act, count: result.count } };
    }
    const bans = (await readSanctions(sql, row.since)).filter(
      (one) => one.kind === "ban" && one.subject === subject,
    );
    // A ban from before there were sanctions is only in this column.
    await sql`UPDATE users SET is_active = ${true} WHERE id = ${userId}`;
    return { events: await lift(transaction, bans), result: { name, act: null, count: 0 } };
  },
};
