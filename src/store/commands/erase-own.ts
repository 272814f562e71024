import { Refusal } from "../../room/refusal.ts";
import { deleteBySender, deletedEvents } from "../log/author-actions.ts";
import { insertEvents } from "../log/event-rows.ts";
import type { Command } from "./command.ts";

export const eraseOwn: Command<"eraseOwn"> = {
  by: "anyone",
  deletesTexts: true,
  async run({ sql, dialect, row, actor }, { id }) {
    const events = deletedEvents(row, await deleteBySender(sql, row, actor.key, id), "author");
    if (id !== undefined && events.length === 0) {
      throw new Refusal("not_found", `You have said no message ${id} today.`);
    }
    if (events.length > 0) await insertEvents(sql, dialect, events);
    return { events, result: events.length };
  },
};
