import { describe, expect, test } from "bun:test";
import { chmod, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Health } from "../../src/wire/http.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { fail, folder, type Program, start } from "./program.ts";

const post = (program: Program, path: string, body: unknown) =>
  fetch(program.url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
const SECRET_KEY = "0123456789abcdef0123456789abcdef";

test("without a variable it opens, prints its address and is healthy", async () => {
  await using here = await folder();
  // Where something else holds the usual port, another one has to do.
  const env = (await isFree(8000)) ? { PORT: "" } : { PORT: "0" };
  await using program = await start(here.path, env);
  expect(program.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  if (env.PORT === "") expect(program.url).toBe("http://127.0.0.1:8000");
  const response = await fetch(`${program.url}/health`);
  expect(response.status).toBe(200);
  expect(Health.parse(await response.json())).toMatchObject({ status: "healthy" });
  expect(await Bun.file(join(here.path, "messages.db")).exists()).toBe(true);
});

test("the setup link makes one admin, once, and is not printed again", async () => {
  await using here = await folder();
  const setup = { email: "first@example.com", username: "first", password: "a long one" };
  {
    await using program = await start(here.path);
    const [, link, secret] = await program.printed(/(http\S+)#setup=(\S+) /);
    expect(link).toBe(`${program.url}/login`);
    const wrong = await post(program, "/api/auth/setup", { ...setup, secret: "guessed" });
    expect(wrong.status).toBe(403);
    const response = await post(program, "/api/auth/setup", { ...setup, secret });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ username: "first", is_admin: true });
    const other = { email: "second@example.com", username: "second", password: "a long one" };
    const again = await post(program, "/api/auth/setup", { ...other, secret });
    expect(again.status).toBe(403);
  }
  await using program = await start(here.path);
  expect((await post(program, "/api/auth/login", setup)).status).toBe(200);
  expect(await program.end("SIGTERM")).toBe(0);
  expect(program.output()).not.toContain("setup");
});

test("ADMIN_PASSWORD makes that admin, and its change changes it", async () => {
  await using here = await folder();
  const email = "admin@rageroom.com";
  for (const password of ["the first password", "the second password"]) {
    await using program = await start(here.path, { ADMIN_PASSWORD: password });
    expect((await post(program, "/api/auth/login", { email, password })).status).toBe(200);
    expect(await program.end("SIGTERM")).toBe(0);
    expect(program.output()).not.toContain("setup");
  }
  await using program = await start(here.path, { ADMIN_PASSWORD: "the second password" });
  const old = { email, password: "the first password" };
  expect((await post(program, "/api/auth/login", old)).status).toBe(401);
});

test("all wrong variables are named together, and no secret is printed", async () => {
  await using here = await folder();
  const wrong = {
    DATABASE_URL: "mysql://root@localhost/x",
    SECRET_KEY: "short-hush",
    ADMIN_PASSWORD: "hush",
    ADMIN_EMAIL: "nobody",
    ALLOWED_ORIGINS: "https://a.example/path",
    DAILY_TOPIC: "t".repeat(201),
    DAILY_RULES: "r".repeat(501),
    PORT: "65536",
    TIMEZONE: "Mars/Olympus",
    MESSAGES_PER_MINUTE: "0",
    MAX_CONNECTIONS: "many",
    TRUSTED_PROXIES: "10.0.0.0/99",
    LOG_LEVEL: "loud",
  };
  const { code, out, err } = await fail(here.path, wrong);
  expect(code).toBe(1);
  for (const name of Object.keys(wrong)) expect(err).toMatch(new RegExp(`^${name}: .{10,}`, "m"));
  expect(err.trim().split("\n")).toHaveLength(1 + Object.keys(wrong).length);
  expect(out + err).not.toContain("hush");
});

test("a crash can leave no core dump of what was said", async () => {
  await using here = await folder();
  await using program = await start(here.path);
  const limits = await Bun.file(`/proc/${program.pid}/limits`).text();
  expect(limits).toMatch(/Max core file size\s+0\s+0\s/);
});

test("a port in use is named, with what to do", async () => {
  await using here = await folder();
  await using other = await folder();
  await using first = await start(here.path);
  const { port } = new URL(first.url);
  const { code, err } = await fail(other.path, { PORT: port });
  expect(code).toBe(1);
  expect(err).toBe(`Port ${port} is in use. Set PORT to another, or stop what listens there.\n`);
});

describe.each([{}, { SECRET_KEY }])("with %j, a database file that cannot be used", (env) => {
  const refused = async (cwd: string, file: string) => {
    const { code, err } = await fail(cwd, { ...env, PORT: "0", DATABASE_URL: `sqlite:${file}` });
    expect(code).toBe(1);
    expect(err.trim().split("\n")).toHaveLength(1);
    expect(err).toContain(file);
    return err;
  };

  test("because it is something else is left as it is", async () => {
    await using here = await folder();
    const file = join(here.path, "notes.txt");
    const notes = "Not a database, but dear to somebody.\n".repeat(100);
    await writeFile(file, notes);
    expect(await refused(here.path, file)).toContain("not a SQLite database");
    expect(await Bun.file(file).text()).toBe(notes);
  });

  test("because its folder is missing, is read-only, or it is a folder itself, is named", async () => {
    await using here = await folder();
    for (const file of [join(here.path, "no/such.db"), "/sys/messages.db", here.path]) {
      expect(await refused(here.path, file)).toContain("cannot be opened");
    }
  });
});

describe("SECRET_KEY", () => {
  test("unset on SQLite is made once, and kept where only its owner may read it", async () => {
    await using here = await folder();
    const account = { email: "ann@example.com", username: "ann", password: "a long one" };
    let token = "";
    {
      await using program = await start(here.path);
      await post(program, "/api/auth/register", account);
      ({ access_token: token } = await (await post(program, "/api/auth/login", account)).json());
    }
    const file = join(here.path, "messages.db.key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await Bun.file(file).text()).trim().length).toBeGreaterThanOrEqual(32);
    await using program = await start(here.path);
    const me = await fetch(`${program.url}/api/auth/me`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(me.status).toBe(200);
    expect(program.output()).not.toContain((await Bun.file(file).text()).trim());
  });

  test("kept in a file that was cut short or emptied is not signed with", async () => {
    await using here = await folder();
    const file = join(here.path, "messages.db.key");
    await writeFile(file, "\n");
    await chmod(file, 0o600);
    const { code, err } = await fail(here.path, { PORT: "0" });
    expect(code).toBe(1);
    expect(err).toContain("messages.db.key");
  });

  test("unset on PostgreSQL, known or short keeps it from starting, and it says what to do", async () => {
    const { url, drop } = await freshDatabase();
    await using here = await folder();
    const bad = [
      { DATABASE_URL: url },
      { DATABASE_URL: url, SECRET_KEY: "your-secret-key-change-this-in-production" },
      { SECRET_KEY: "your-secret-key-change-this-in-production" },
      { SECRET_KEY: "0123456789abcdef0123456789abcde" },
    ];
    for (const env of bad) {
      const { code, err } = await fail(here.path, { PORT: "0", ...env });
      expect(code).toBe(1);
      expect(err).toMatch(/^SECRET_KEY: .*openssl rand/m);
    }
    await using program = await start(here.path, { DATABASE_URL: url, SECRET_KEY });
    expect((await fetch(`${program.url}/health`)).status).toBe(200);
    await program.end("SIGTERM");
    await drop();
  });
});

async function isFree(port: number): Promise<boolean> {
  try {
    Bun.listen({ hostname: "127.0.0.1", port, socket: { data: () => undefined } }).stop(true);
    return true;
  } catch {
    return false;
  }
}
