import type { Shield } from "../../events/shield.ts";
import { isUp, raisedBy } from "../../room/shield.ts";
import { shieldIn } from "../database/room-row.ts";
import { recordMode } from "../log/record.ts";
import type { Command, Transaction } from "./command.ts";
import { hideNewcomers } from "./hidden.ts";

export const setShield: Command<"setShield"> = {
  by: "staff",
  destroysTexts: false,
  audit: (_, shield) => ({
    act: shield === null ? "shield_ended" : "shield_raised",
    target: { kind: "room", id: null },
    ...(shield === null ? {} : { until: shield.until }),
  }),
  async run(transaction, { minutes }) {
    const before = shieldIn(transaction.row);
    const who = transaction.actor.kind === "room" ? "room" : "staff";
    const shield = minutes === 0 ? null : raisedBy(who, before, minutes, transaction.at);
    if (isSame(before, shield)) return { events: [], result: shield };
    const mode = await put(transaction, shield);
    if (shield === null || isUp(before, transaction.at)) return { events: mode, result: shield };
    const row = { ...transaction.row, seq: transaction.row.seq + mode.length };
    const hidden = await hideNewcomers({ ...transaction, row });
    return { events: [...mode, ...hidden], result: shield };
  },
};

export const endShield: Command<"endShield"> = {
  by: "room",
  destroysTexts: false,
  audit: null,
  async run(transaction) {
    const shield = shieldIn(transaction.row);
    // Another node may have ended it, or staff renewed it, a moment ago.
    const isOver = shield !== null && !isUp(shield, transaction.at);
    return { events: isOver ? await put(transaction, null) : [], result: null };
  },
};

function isSame(one: Shield | null, other: Shield | null): boolean {
  return (
    one?.since === other?.since && one?.until === other?.until && one?.raisedBy === other?.raisedBy
  );
}

async function put({ sql, row }: Transaction, shield: Shield | null) {
  const columns = {
    shield_since: shield?.since ?? null,
    shield_until: shield?.until ?? null,
    shield_by: shield?.raisedBy ?? null,
  };
  await sql`UPDATE room SET shield_since = ${columns.shield_since},
    shield_until = ${columns.shield_until}, shield_by = ${columns.shield_by}`;
  return recordMode(sql, { ...row, ...columns });
}
