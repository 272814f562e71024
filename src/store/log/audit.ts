/** The audit log: what staff did. It is kept for 90 days. */
import { z } from "zod";
import type { AuditEntry } from "../../room/audit-entry.ts";
import type { Actor } from "../../room/commands.ts";
import type { AuditActName } from "../../wire/limits.ts";
import { integer } from "../database/rows.ts";
import type { Sql } from "../database/sql.ts";

const KEPT_MS = 90 * 86_400_000;

/** What a command says of itself. */
export type Audited = { act: AuditActName } & Pick<AuditEntry, "target"> &
  Partial<Pick<AuditEntry, "until" | "reason">>;

/** In the transaction of the act itself. */
export async function recordAct(sql: Sql, actor: Actor, at: number, audited: Audited) {
  const { act, target, until = null, reason = null } = audited;
  await sql`INSERT INTO audit (at, actor, name, act, target, target_id, until, reason)
    SELECT CAST(${at} AS BIGINT), id, username, CAST(${act} AS TEXT), CAST(${target.kind} AS TEXT),
      CAST(${target.id} AS BIGINT), CAST(${until} AS BIGINT), CAST(${reason} AS TEXT)
    FROM users WHERE id = ${actor.userId}`;
}

const Rows = z.array(
  z
    .object({
      id: integer,
      at: integer,
      actor: integer,
      name: z.string(),
      act: z.string(),
      target: z.enum(["message", "account", "event", "day", "room"]),
      target_id: integer.nullable(),
      until: integer.nullable(),
      reason: z.string().nullable(),
    })
    .transform(
      ({ actor, name, target, target_id: targetId, ...row }): AuditEntry => ({
        ...row,
        actor: { id: actor, name },
        target: { kind: target, id: targetId },
      }),
    ),
);

export const auditRows = (rows: unknown): AuditEntry[] => Rows.parse(rows);

/** Newest first. */
export async function readAudit(sql: Sql, limit: number, before: number): Promise<AuditEntry[]> {
  return auditRows(
    await sql`SELECT * FROM audit WHERE id < ${before} ORDER BY id DESC LIMIT ${limit}`,
  );
}

/** What a deleted account did stays, under its id: no username has a "#", so nobody can take the name over. */
export async function forgetActor(sql: Sql, id: number): Promise<void> {
  await sql`UPDATE audit SET name = ${`#${id}`} WHERE actor = ${id}`;
}

export async function forgetOldActs(sql: Sql, at: number): Promise<void> {
  await sql`DELETE FROM audit WHERE at < ${at - KEPT_MS}`;
}
