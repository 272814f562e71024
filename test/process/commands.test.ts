/** What every command on a room refuses, and how. */
import { Database } from "bun:sqlite";
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { command, type Name } from "./command.ts";
import { contents } from "./contents.ts";
import { folder } from "./program.ts";

setDefaultTimeout(TEST_MS);

const COMMANDS: [Name, string[]][] = [
  ["backup", ["kept.db"]],
  ["forget-today", ["--yes"]],
  ["reset-password", ["ada"]],
  ["verify", []],
];
const SECRET_KEY = "0123456789abcdef0123456789abcdef";

/** What stands in messages.db, none of it a room. */
const OTHERS: [string, (file: string) => unknown][] = [
  ["nothing", () => undefined],
  ["an empty file", (file) => writeFile(file, "")],
  ["a text", (file) => writeFile(file, "Dear to somebody.\n".repeat(100))],
  ["another program's database", (file) => other(file, "DELETE")],
  ["another program's database with a write-ahead log", (file) => other(file, "WAL")],
];

describe.each(COMMANDS)("%s", (name, words) => {
  test.each(OTHERS)("refuses %s, and changes no byte and makes no file", async (_, make) => {
    await using here = await folder();
    const file = join(here.path, "messages.db");
    await make(file);
    const before = await contents(here.path);
    const { exitCode, out, err } = await command(name, here.path, words);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toMatch(/^[^\n]*\.\/messages\.db[^\n]*DATABASE_URL[^\n]*\n$/);
    expect(await contents(here.path)).toEqual(before);
  });

  test("refuses a room of another version of the program, and says so", async () => {
    await using here = await folder();
    const file = join(here.path, "messages.db");
    other(file, "DELETE", "CREATE TABLE room (one INTEGER)", "CREATE TABLE migrations (number)");
    const before = await contents(here.path);
    const { exitCode, err } = await command(name, here.path, words);
    expect(exitCode).toBe(1);
    expect(err).toContain("another version of this program");
    expect(await contents(here.path)).toEqual(before);
  });

  test("says what is wrong with its variables as a start does, without a trace or a password", async () => {
    await using here = await folder();
    const env = { DATABASE_URL: "postgres://u:hu@sh@db.invalid/x", PORT: "many" };
    const { exitCode, out, err } = await command(name, here.path, words, env);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err).toMatch(/^DATABASE_URL: .*percent-encoded/m);
    expect(err).toMatch(/^PORT: /m);
    expect(err).not.toContain("    at ");
    expect(err).not.toContain("hu@sh");
  });

  test.each([
    ["that does not answer", (url: URL) => Object.assign(url, { port: "1" })],
    ["that refuses the password", (url: URL) => Object.assign(url, { password: "hush" })],
    ["that has no such database", (url: URL) => Object.assign(url, { pathname: "/none" })],
    ["without a room", (url: URL) => url],
  ])("against a PostgreSQL %s ends at once with one sentence", async (_, spoil) => {
    await using here = await folder();
    const { url, drop } = await freshDatabase();
    const env = { DATABASE_URL: spoil(new URL(url)).href, SECRET_KEY };
    const { exitCode, out, err } = await command(name, here.path, words, env);
    expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain("PostgreSQL");
    expect(err).not.toContain("hush");
    expect(await readdir(here.path)).toEqual([]);
    await drop();
  });
});

function other(file: string, journal: "WAL" | "DELETE", ...statements: string[]): void {
  const db = new Database(file);
  db.run(`PRAGMA journal_mode = ${journal}`);
  for (const statement of ["CREATE TABLE bookmarks (id INTEGER)", ...statements]) db.run(statement);
  db.close(true);
}
