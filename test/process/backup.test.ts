import { expect, test } from "bun:test";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { connect } from "../harness/sockets.ts";
import { folder, start } from "./program.ts";

const BACKUP = join(import.meta.dir, "../../bin/backup.ts");
const ANNA = { email: "anna@example.com", password: "a password of Anna's" };

test("a backup of a running room has its accounts and nothing that was said, and opens as a room", async () => {
  await using here = await folder();
  await using program = await start(here.path);
  await post(program.url, "/api/auth/register", { ...ANNA, username: "anna" });
  const { access_token: token } = await post(program.url, "/api/auth/login", ANNA);
  await using anna = await connect(program.wsUrl);
  anna.send({ type: "hello", token });
  await anna.next("welcome");
  anna.send({ type: "say", ref: "1", text: "Not for any backup." });
  await anna.next("ack");

  const child = Bun.spawn([process.execPath, BACKUP, "kept.db"], { cwd: here.path, env: {} });
  expect(await child.exited).toBe(0);
  const file = join(here.path, "kept.db");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const row = Buffer.from("u:1");
  const bytes = Buffer.from(await Bun.file(file).bytes());
  expect(bytes.includes("Not for any backup.")).toBe(false);
  expect(bytes.includes(row)).toBe(false);
  expect((await readdir(here.path)).filter((name) => name.startsWith("kept"))).toEqual(["kept.db"]);

  await using restored = await start(here.path, { DATABASE_URL: "sqlite:kept.db" });
  expect(await post(restored.url, "/api/auth/login", ANNA)).toMatchObject({ token_type: "bearer" });
  const { messages } = await fetch(new URL("/api/messages", restored.url)).then((answer) =>
    answer.json(),
  );
  expect(messages).toEqual([]);
});

test.each([
  ["--help", ["--help"], 0],
  ["no file", [], 2],
  ["an unknown flag", ["--all"], 2],
  ["a database that is not there", ["kept.db"], 1],
])("with %s no file is made", async (_, words, exitCode) => {
  await using here = await folder();
  const child = Bun.spawn([process.execPath, BACKUP, ...words], {
    cwd: here.path,
    env: { DATABASE_URL: "sqlite:mistyped.db" },
    stderr: "pipe",
  });
  const outputs = [new Response(child.stdout), new Response(child.stderr)];
  const printed = (await Promise.all(outputs.map((output) => output.text()))).join("");
  expect(await child.exited).toBe(exitCode);
  expect(printed).not.toContain("    at ");
  expect(await readdir(here.path)).toEqual([]);
});

async function post(url: string, path: string, body: object) {
  const headers = { "content-type": "application/json" };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  return fetch(new URL(path, url), request).then((answer) => answer.json());
}
