import { expect, test } from "bun:test";
import { readdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { loadOrCreateSigningKey } from "../../src/accounts/signing-key.ts";
import { readConfig } from "../../src/config.ts";
import { emptyStore } from "../harness/room.ts";

async function emptyFolder() {
  const { url, remove } = await emptyStore("sqlite");
  const { database } = readConfig({ DATABASE_URL: url });
  if (database.dialect !== "sqlite") throw new Error("That is not a file.");
  return { database, file: `${database.file}.key`, [Symbol.asyncDispose]: remove };
}

test("the secret is made once, kept beside the database, and only its owner may read it", async () => {
  await using folder = await emptyFolder();
  const secret = await loadOrCreateSigningKey(folder.database);
  expect(Buffer.byteLength(secret)).toBeGreaterThanOrEqual(32);
  expect((await stat(folder.file)).mode & 0o777).toBe(0o600);
  expect((await Bun.file(folder.file).text()).trim()).toBe(secret);
  expect(await loadOrCreateSigningKey(folder.database)).toBe(secret);
});

test("starts at the same moment keep one secret, and nothing else stays", async () => {
  await using folder = await emptyFolder();
  const secrets = await Promise.all(
    Array.from({ length: 20 }, () => loadOrCreateSigningKey(folder.database)),
  );
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).not.toBe("");
  expect(await readdir(dirname(folder.file))).toEqual(["messages.db.key"]);
});

test("two rooms have two secrets", async () => {
  await using one = await emptyFolder();
  await using other = await emptyFolder();
  expect(await loadOrCreateSigningKey(one.database)).not.toBe(
    await loadOrCreateSigningKey(other.database),
  );
});

test("with PostgreSQL, where nodes share a secret, none is made", async () => {
  const url = "postgres://127.0.0.1/room";
  const database = { dialect: "postgres", url, dayKey: null, secret: "" } as const;
  await expect(loadOrCreateSigningKey(database)).rejects.toThrow("SECRET_KEY");
});
