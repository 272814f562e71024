import { z } from "zod";
import type { HeldSecondStep, SecondSteps } from "../room/account-ports.ts";
import type { Database } from "./database/database.ts";
import { integer } from "./database/rows.ts";
import type { Sql } from "./database/sql.ts";

const Rows = z.array(z.object({ secret: z.string(), last_period: integer, left: integer }));

const Sealed = z.array(z.object({ user_id: integer, secret: z.string() }));

/** Second steps in SQL. Guarantees: see the port. */
export class SqlSecondSteps implements SecondSteps {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async of(userId: number): Promise<HeldSecondStep | null> {
    const [row] = Rows.parse(
      await this.#db.read`SELECT secret, last_period, (SELECT COUNT(*) FROM recovery_codes
          WHERE recovery_codes.user_id = second_steps.user_id) AS "left"
        FROM second_steps WHERE user_id = ${userId}`,
    );
    return row ? { secret: row.secret, isOn: row.last_period > 0, codesLeft: row.left } : null;
  }

  async begin(userId: number, secret: string): Promise<boolean> {
    return this.#any(
      (sql) => sql`INSERT INTO second_steps (user_id, secret)
        SELECT id, ${secret} FROM users WHERE id = ${userId}
        ON CONFLICT (user_id) DO UPDATE SET secret = excluded.secret
          WHERE second_steps.last_period = 0 RETURNING user_id`,
    );
  }

  async turnOn(
    userId: number,
    secret: string,
    period: number,
    codeHashes: readonly string[],
  ): Promise<boolean> {
    return this.#db.transaction(async (sql) => {
      const turned = await sql`UPDATE second_steps SET last_period = ${period}
        WHERE user_id = ${userId} AND secret = ${secret} AND last_period = 0 RETURNING user_id`;
      if (turned.length > 0) await keepCodes(sql, userId, codeHashes);
      return turned.length > 0;
    });
  }

  async spendPeriod(userId: number, period: number): Promise<boolean> {
    return this.#any(
      (sql) => sql`UPDATE second_steps SET last_period = ${period}
        WHERE user_id = ${userId} AND last_period > 0 AND last_period < ${period}
        RETURNING user_id`,
    );
  }

  async spendCode(userId: number, codeHash: string): Promise<boolean> {
    return this.#any(
      (sql) => sql`DELETE FROM recovery_codes
        WHERE user_id = ${userId} AND code_hash = ${codeHash} RETURNING user_id`,
    );
  }

  async replaceCodes(userId: number, codeHashes: readonly string[]): Promise<boolean> {
    return this.#db.transaction(async (sql) => {
      // The row is held until the end, so that it is not removed meanwhile.
      const held = await sql`UPDATE second_steps SET secret = secret
        WHERE user_id = ${userId} AND last_period > 0 RETURNING user_id`;
      if (held.length > 0) await keepCodes(sql, userId, codeHashes);
      return held.length > 0;
    });
  }

  async all(): Promise<{ userId: number; secret: string }[]> {
    const rows = await this.#db.read`SELECT user_id, secret FROM second_steps ORDER BY user_id`;
    return Sealed.parse(rows).map(({ user_id, secret }) => ({ userId: user_id, secret }));
  }

  async reseal(userId: number, from: string, to: string): Promise<void> {
    await this.#db.transaction(async (sql) => {
      await sql`UPDATE second_steps SET secret = ${to}
        WHERE user_id = ${userId} AND secret = ${from}`;
    });
  }

  async remove(userId: number): Promise<void> {
    await this.#db.transaction((sql) => removeSecondStep(sql, userId));
  }

  /** Whether the statement found a row, in a transaction of its own. */
  #any(statement: (sql: Sql) => PromiseLike<readonly unknown[]>): Promise<boolean> {
    return this.#db.transaction(async (sql) => (await statement(sql)).length > 0);
  }
}

export async function removeSecondStep(sql: Sql, userId: number): Promise<void> {
  await sql`DELETE FROM second_steps WHERE user_id = ${userId}`;
  await sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`;
}

async function keepCodes(sql: Sql, userId: number, hashes: readonly string[]): Promise<void> {
  await sql`DELETE FROM recovery_codes WHERE user_id = ${userId}`;
  for (const hash of hashes) {
    await sql`INSERT INTO recovery_codes (user_id, code_hash) VALUES (${userId}, ${hash})`;
  }
}
