import { Refusal } from "../../room/refusal.ts";
import { deleteBySender } from "../log/author-actions.ts";
import { record } from "../log/record.ts";
import type { Command } from "./command.ts";

export const eraseOwn: Command<"eraseOwn"> = {
  by: "anyone",
  deletesTexts: true,
  async run({ sql, dialect, row, actor }, { id }) {
    const ids = await deleteBySender(sql, dialect, row, actor.key, id);
    const by = "author";
    if (id === undefined) {
      const events = ids.length > 0 ? await record(sql, row, { type: "removed", ids, by }) : [];
      return { events, result: ids.length };
    }
    if (ids.length === 0) {
      throw new Refusal("not_found", `You have said no message ${id} today.`);
    }
    return { events: await record(sql, row, { type: "deleted", id, by }), result: 1 };
  },
};
