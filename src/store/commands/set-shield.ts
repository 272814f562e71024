import type { Shield } from "../../events/shield.ts";
import { isUp } from "../../room/shield.ts";
import { SHIELD_MOST_MINUTES } from "../../wire/limits.ts";
import { shieldIn } from "../database/room-row.ts";
import { recordMode } from "../log/record.ts";
import type { Command, Transaction } from "./command.ts";
import { hideNewcomers } from "./hidden.ts";

const MINUTE_MS = 60_000;
/** The room renews by so much at least: everyone is told each time. */
const RENEWED_MS = MINUTE_MS;

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
    const shield = minutes === 0 ? null : raised(transaction, before, minutes);
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

function raised({ actor, at }: Transaction, before: Shield | null, minutes: number): Shield {
  const isStaff = actor.kind !== "room";
  const wanted = at + minutes * MINUTE_MS;
  if (!isUp(before, at)) {
    return { since: at, until: wanted, raisedBy: isStaff ? "staff" : "room" };
  }
  const until = Math.min(wanted, before.since + SHIELD_MOST_MINUTES * MINUTE_MS);
  if (isStaff) return { ...before, until, raisedBy: "staff" };
  return until - before.until < RENEWED_MS ? before : { ...before, until };
}

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
