import { randomBytes } from "node:crypto";
import { link, readFile, unlink, writeFile } from "node:fs/promises";
import type { DatabaseAddress } from "../store/ports.ts";

const SECRET_CHARS = 32;

/** A secret that nothing may be signed with; the message says what to do. */
export class InvalidSigningKey extends Error {}

/**
 * The signing secret of a SQLite room that was given none: made once, and kept beside the
 * database in a file that only its owner may read. Throws InvalidSigningKey.
 */
export async function loadOrCreateSigningKey(database: DatabaseAddress): Promise<string> {
  if (database.dialect !== "sqlite") throw new Error("SECRET_KEY must be set with PostgreSQL.");
  const file = `${database.file}.key`;
  const secret = await readOrCreate(file).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : error;
    throw new InvalidSigningKey(
      `The file ${file} cannot be read or made (${reason}). Give it and its folder to the user that runs the room, or set SECRET_KEY.`,
    );
  });
  if (secret.length >= SECRET_CHARS) return secret;
  throw new InvalidSigningKey(
    `The file ${file} holds no secret. Remove it, and a new one is made; everyone signs in anew.`,
  );
}

async function readOrCreate(file: string): Promise<string> {
  if (!(await Bun.file(file).exists())) await createSigningKey(file);
  return (await readFile(file, "utf8")).trim();
}

/** The file appears whole or not at all, so that neither a crash nor a second start finds it empty. */
async function createSigningKey(file: string): Promise<void> {
  const draft = `${file}.${crypto.randomUUID()}`;
  const secret = randomBytes(48).toString("base64url");
  await writeFile(draft, `${secret}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    await link(draft, file);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
  } finally {
    await unlink(draft);
  }
}
