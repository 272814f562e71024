/**
 * The sanctions in force. Those of guests have a table of their own, which is destroyed with the
 * day; those of accounts outlive it. Everything here but the reads runs under the room's lock.
 */
import { z } from "zod";
import { concerns, inForce, Sanction } from "../../events/sanction.ts";
import type { Sender } from "../../room/ports.ts";
import type { Refused } from "../../room/refusal.ts";
import type { RoomRow } from "../database/room-row.ts";
import { integer } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import { readDeleted } from "./deleted-accounts.ts";

const SanctionRows = z.array(
  z
    .object({
      id: integer,
      kind: z.string(),
      subject: z.string(),
      // Each of the two tables lacks one.
      range: z.string().nullable().default(null),
      user_id: integer.nullable().default(null),
      name: z.string(),
      until: integer.nullable(),
      reason: z.string().nullable(),
      at: integer,
    })
    .transform(({ user_id: userId, ...row }) => ({ ...row, userId }))
    .pipe(Sanction),
);

export const sanctionRows = (rows: unknown): Sanction[] => SanctionRows.parse(rows);

/** `since`: where the day began. What guests had before is over. */
export async function readSanctions(sql: Sql, since: number): Promise<Sanction[]> {
  return sanctionRows(
    await sql`SELECT id, kind, subject, NULL AS "range", user_id, name, until, reason, at
      FROM sanctions
      UNION ALL SELECT id, kind, subject, "range", NULL, name, until, reason, at
      FROM guest_sanctions WHERE id > ${since} ORDER BY id`,
  );
}

/** Takes the place of one of the same kind and subject. */
export async function insertSanction(sql: Sql, sanction: Sanction): Promise<void> {
  const { id, kind, subject, range, userId, name, until, reason, at } = sanction;
  await deleteSanctions(sql, id, sql`kind = ${kind} AND subject = ${subject}`);
  if (userId === null) {
    await sql`INSERT INTO guest_sanctions (id, kind, subject, "range", name, until, reason, at)
      VALUES (${id}, ${kind}, ${subject}, ${range}, ${name}, ${until}, ${reason}, ${at})`;
  } else {
    await sql`INSERT INTO sanctions (id, kind, subject, user_id, name, until, reason, at)
      VALUES (${id}, ${kind}, ${subject}, ${userId}, ${name}, ${until}, ${reason}, ${at})`;
  }
}

/** `seq`: the event of this change. Nodes that see it in the room's row read the sanctions again. */
export async function deleteSanctions(sql: Sql, seq: number, condition: PromiseLike<Rows>) {
  await sql`DELETE FROM sanctions WHERE ${condition}`;
  await sql`DELETE FROM guest_sanctions WHERE ${condition}`;
  await sql`UPDATE room SET sanctioned = ${seq}`;
}

/** In memory, and read again under the lock when they changed: exact on every node, and no query a message. */
export class SanctionCache {
  #all: Sanction[] = [];
  #deleted: ReadonlySet<number> = new Set();
  #changed = -1;

  async sync(sql: Sql, { sanctioned, since }: RoomRow): Promise<void> {
    if (sanctioned === this.#changed) return;
    this.#all = await readSanctions(sql, since);
    this.#deleted = await readDeleted(sql);
    this.#changed = sanctioned;
  }

  refusalOf(sender: Sender, at: number): Refused | null {
    if (sender.userId !== null && this.#deleted.has(sender.userId)) {
      return { code: "not_signed_in", detail: "This account is gone." };
    }
    const found = this.#all.filter((one) => inForce(one, at) && concerns(one, sender));
    const sanction = found.find(({ kind }) => kind === "ban") ?? found[0];
    if (!sanction) return null;
    const { kind, until, reason } = sanction;
    const why = reason === null ? "" : ` Reason: ${reason}`;
    if (kind === "ban") return { code: "banned", detail: `You are banned.${why}` };
    const retryAfter = until === null ? undefined : Math.ceil((until - at) / 1000);
    return { code: "muted", detail: `You are muted.${why}`, retryAfter };
  }
}
