import { z } from "zod";
import { Refusal } from "../../room/refusal.ts";
import { SNAPSHOT_MESSAGES } from "../../wire/limits.ts";
import { record } from "../log/record.ts";
import { findAct, restore } from "../log/withdrawals.ts";
import { type Command, isAdmin } from "./command.ts";

/** What clients saw of the act: for a ban, that messages were removed. */
const Seen = z.enum(["deleted", "removed", "cleared"]).catch("removed");

export const undo: Command<"undo"> = {
  by: "anyone",
  destroysTexts: false,
  audit: ({ act }) => ({ act: "undone", target: { kind: "event", id: act } }),
  async run({ sql, row, actor }, { act }) {
    const found = await findAct(sql, act, row);
    if (found === null || (found.actor !== actor.key && !(await isAdmin(sql, actor)))) {
      throw new Refusal("not_found", "That can no longer be brought back.");
    }
    const ids = await restore(sql, act);
    if (found.kind === "banned") {
      await sql`UPDATE users SET is_active = ${true} WHERE id = ${found.id}`;
    }
    const newest = ids.slice(-SNAPSHOT_MESSAGES);
    const of = Seen.parse(found.kind);
    const event = { type: "restored" as const, undone: act, of, ids: newest, messages: [] };
    return { events: await record(sql, row, event), result: ids.length };
  },
};
