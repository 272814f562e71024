import { randomBytes } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import type { DatabaseAddress } from "../store/database.ts";

/**
 * The signing secret of a SQLite room that was given none: made once, and kept beside the
 * database in a file that only its owner may read.
 */
export async function keptSecret(database: DatabaseAddress): Promise<string> {
  if (database.dialect !== "sqlite") throw new Error("SECRET_KEY must be set with PostgreSQL.");
  const file = `${database.file}.key`;
  try {
    const handle = await open(file, "wx", 0o600);
    const secret = randomBytes(48).toString("base64url");
    await handle.writeFile(`${secret}\n`);
    await handle.sync();
    await handle.close();
    return secret;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    return (await readFile(file, "utf8")).trim();
  }
}
