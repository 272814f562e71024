import { Refusal } from "../../room/refusal.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";
import { record } from "../log/record.ts";
import { assertMayAct } from "./act-on.ts";
import type { Command } from "./command.ts";

export const changePassword: Command<"changePassword"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run({ sql, row }, { userId, from, passwordHash }) {
    const changed = await sql`UPDATE users SET hashed_password = ${passwordHash}
      WHERE id = ${userId} AND hashed_password = ${from} RETURNING id`;
    if (changed.length === 0) {
      throw new Refusal("wrong_password", "The password has been changed meanwhile.");
    }
    await sql`DELETE FROM resets WHERE user_id = ${userId}`;
    const { events, version } = await endEvery(sql, row, userId);
    return { events, result: { version } };
  },
};

export const endSignIns: Command<"endSignIns"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run({ sql, row }, { userId }) {
    const { events } = await endEvery(sql, row, userId);
    return { events, result: null };
  },
};

export const openReset: Command<"openReset"> = {
  by: "admin",
  destroysTexts: false,
  audit: ({ userId }) => ({ act: "reset_opened", target: { kind: "account", id: userId } }),
  async run(transaction, { userId, secretHash, expires }) {
    const { sql } = transaction;
    const user = await assertMayAct(transaction, userId);
    if (!user) throw new Refusal("not_found", `There is no user ${userId}.`);
    await sql`INSERT INTO resets (user_id, secret_hash, expires)
      VALUES (${userId}, ${secretHash}, ${expires})
      ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash,
        expires = excluded.expires`;
    return { events: [], result: user.username };
  },
};

export const useReset: Command<"useReset"> = {
  by: "anyone",
  destroysTexts: false,
  audit: null,
  async run({ sql, row, at }, { secretHash, passwordHash }) {
    const [used] = await sql`DELETE FROM resets
      WHERE secret_hash = ${secretHash} AND expires > ${at} RETURNING user_id`;
    if (!used) throw resetClosed();
    const userId = integer.parse(used["user_id"]);
    await sql`UPDATE users SET hashed_password = ${passwordHash} WHERE id = ${userId}`;
    const { events } = await endEvery(sql, row, userId);
    return { events, result: userId };
  },
};

function resetClosed(): Refusal {
  return new Refusal("reset_closed", "This link has been used or has expired.");
}

async function endEvery(sql: Sql, row: RoomRow, userId: number) {
  const [user] = await sql`UPDATE users SET token_version = token_version + 1
    WHERE id = ${userId} RETURNING token_version`;
  const version = integer.parse(user?.["token_version"]);
  return { version, events: await record(sql, row, { type: "sign_ins_ended", userId }) };
}
