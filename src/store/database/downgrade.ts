/** Lets an older version of the program open the tables of this one, until this one opens them again. */
import { z } from "zod";
import type { Database } from "./database.ts";
import { integer } from "./rows.ts";

/**
 * The versions that live with today's tables, each with the last migration that it knows: what came
 * after it only adds, or takes an index away. A migration that takes something away, or that an older version would write
 * past, takes the versions before it out of here.
 */
const OLDER_VERSIONS: ReadonlyMap<string, number> = new Map([["0.1.0", 24]]);
export const OLDER_NAMES: readonly string[] = [...OLDER_VERSIONS.keys()];

/**
 * A version refuses tables with a migration of a higher number than it knows. So what it does not
 * know is kept under its negative number, which counts as done and is turned back by `migrate`.
 * Returns false where `version` is not one of `OLDER_NAMES`.
 */
export async function allowOlder(db: Database, version: string): Promise<boolean> {
  const known = OLDER_VERSIONS.get(version);
  if (known === undefined) return false;
  await db.transaction(
    (sql) => sql`UPDATE migrations SET number = -number WHERE number > ${known}`,
  );
  return true;
}

/** Accounts that no older version would ask for their second step. */
export async function countSecondSteps({ read }: Pick<Database, "read">): Promise<number> {
  const [row] = await read`SELECT COUNT(*) AS count FROM second_steps WHERE last_period > 0`;
  return z.object({ count: integer }).parse(row).count;
}
