/** Where messages stood that were taken away, with what links their rows to those beside them. */
import { z } from "zod";
import { integer } from "../database/rows.ts";
import type { Rows, Sql } from "../database/sql.ts";
import type { Found } from "./chain.ts";

const Stones = z.array(z.object({ seq: integer, chain: z.string() }));

/** `messages`: a query of `id` and `chain`. Those that are not linked need none. */
export async function leaveTombstones(sql: Sql, messages: PromiseLike<Rows>): Promise<void> {
  await sql`INSERT INTO tombstones (seq, chain)
    SELECT id, chain FROM (${messages}) AS gone WHERE chain IS NOT NULL
    ON CONFLICT (seq) DO NOTHING`;
}

/** `messages`: a query of the `id` of those that stand again. */
export async function takeTombstones(sql: Sql, messages: PromiseLike<Rows>): Promise<void> {
  await sql`DELETE FROM tombstones WHERE seq IN (${messages})`;
}

export const tombstoneRows = (rows: Rows): Found[] =>
  Stones.parse([...rows]).map(({ seq, chain }) => ({
    seq,
    columns: null,
    chain,
    isTombstone: true,
  }));
