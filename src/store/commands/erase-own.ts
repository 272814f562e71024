import { Refusal } from "../../room/refusal.ts";
import { deleteBySender } from "../log/author-actions.ts";
import { record, recordRemoved } from "../log/record.ts";
import type { Command } from "./command.ts";

export const eraseOwn: Command<"eraseOwn"> = {
  by: "anyone",
  deletesTexts: true,
  async run({ sql, dialect, row, actor }, { id }) {
    const ids = await deleteBySender(sql, dialect, row, actor.key, id);
    if (id === undefined) {
      return { events: await recordRemoved(sql, row, ids, "author"), result: ids.length };
    }
    if (ids.length === 0) {
      throw new Refusal("not_found", `You have said no message ${id} today.`);
    }
    return { events: await record(sql, row, { type: "deleted", id, by: "author" }), result: 1 };
  },
};
