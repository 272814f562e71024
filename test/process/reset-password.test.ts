import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { Secret, TOTP } from "otpauth";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, STORES, type Store } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { command } from "./command.ts";
import { folder, type Program, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

const ADMIN = { email: "ada@example.com", password: "a password of Ada's" };
const ANNA = { email: "Anna@example.com", username: "anna", password: "a password of Anna's" };

/** An empty store with an admin's address and password, and where the program runs. */
async function place(store: Store) {
  const here = await folder();
  const { url, remove } = await emptyStore(store);
  const env = { DATABASE_URL: url, SECRET_KEY: "a secret of thirty-two bytes, at least" };
  const admin = { ADMIN_EMAIL: ADMIN.email, ADMIN_PASSWORD: ADMIN.password };
  return {
    env,
    path: here.path,
    start: (more: Record<string, string> = admin) => start(here.path, { ...env, ...more }),
    reset: (words: string[], typed?: string) =>
      command("reset-password", here.path, words, env, typed),
    [Symbol.asyncDispose]: async () => {
      await remove();
      await here[Symbol.asyncDispose]();
    },
  };
}

const post = (program: Program, path: string, body: unknown) =>
  fetch(program.url + path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

const signIn = async (program: Program, email: string, password: string) =>
  (await post(program, "/api/auth/login", { email, password })).status;

async function tokenOf(program: Program, { email, password }: typeof ADMIN): Promise<string> {
  const { access_token } = await (
    await post(program, "/api/auth/login", { email, password })
  ).json();
  return access_token;
}

const me = async (program: Program, token: string) =>
  (await fetch(`${program.url}/api/auth/me`, { headers: { Authorization: `Bearer ${token}` } }))
    .status;

describe.each(STORES)("on %s", (store) => {
  test("the admin who lost the password comes back by the one that is printed, and every sign-in of before has ended", async () => {
    await using room = await place(store);
    let token = "";
    {
      await using program = await room.start();
      token = await tokenOf(program, ADMIN);
      expect(await program.end("SIGTERM")).toBe(0);
    }
    const { exitCode, out, err } = await room.reset(["admin"]);
    expect({ exitCode, err }).toEqual({
      exitCode: 0,
      err: `admin (${ADMIN.email}) has a new password, and no sign-in any more.\n`,
    });
    expect(out).toMatch(/^[\w-]{20}\n$/);
    await using program = await room.start({});
    expect(await me(program, token)).toBe(401);
    expect(await signIn(program, ADMIN.email, ADMIN.password)).toBe(401);
    expect(await signIn(program, ADMIN.email, out.trim())).toBe(200);
  });

  test("the password may be given, and is refused as at a registration", async () => {
    await using room = await place(store);
    {
      await using program = await room.start();
      await post(program, "/api/auth/register", ANNA);
      expect(await program.end("SIGTERM")).toBe(0);
    }
    const short = await room.reset(["anna@EXAMPLE.com", "--stdin"], "seven77\n");
    expect(short).toMatchObject({ exitCode: 1, out: "" });
    expect(short.err).toBe("A password has at least 8 characters.\n");
    const common = await room.reset(["anna@EXAMPLE.com", "--stdin"], "iloveyou\n");
    expect(common).toMatchObject({ exitCode: 1, out: "" });
    expect(common.err).toContain("anybody would try");
    const given = await room.reset(["anna@EXAMPLE.com", "--stdin"], "chosen by Anna\nnot this\n");
    expect(given).toMatchObject({ exitCode: 0, out: "" });
    expect(given.err).not.toContain("chosen by Anna");
    await using program = await room.start();
    expect(await signIn(program, ANNA.email, "chosen by Anna")).toBe(200);
    expect(await signIn(program, ADMIN.email, ADMIN.password)).toBe(200);
  });

  test("an account that is not there is one sentence, and changes nothing", async () => {
    await using room = await place(store);
    {
      await using program = await room.start();
      expect(await program.end("SIGTERM")).toBe(0);
    }
    const { exitCode, out, err } = await room.reset(["nobody"]);
    expect({ exitCode, out, err }).toEqual({
      exitCode: 1,
      out: "",
      err: "No account has the name or e-mail address “nobody”.\n",
    });
  });
});

test("beside a SQLite room that runs it refuses in a sentence, and the old password goes on", async () => {
  await using room = await place("sqlite");
  await using program = await room.start();
  const { exitCode, out, err } = await room.reset(["admin"]);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err).toMatch(/^[^\n]*open in another process[^\n]*stop the other[^\n]*\n$/);
  expect(await signIn(program, ADMIN.email, ADMIN.password)).toBe(200);
});

test("beside a node on PostgreSQL it closes the account's sockets at once", async () => {
  await using room = await place("postgres");
  await using program = await room.start();
  const token = await tokenOf(program, ADMIN);
  await using client = await connect(program.wsUrl);
  client.send({ type: "hello", token });
  await client.next("welcome");
  const { exitCode, out } = await room.reset([ADMIN.email]);
  expect(exitCode).toBe(0);
  expect((await client.closed).code).toBe(4002);
  expect(await me(program, token)).toBe(401);
  expect(await signIn(program, ADMIN.email, out.trim())).toBe(200);
});

test("a second step outlives a new password, unless it is said to go, and both are said", async () => {
  await using room = await place("sqlite");
  {
    await using program = await room.start();
    const token = await tokenOf(program, ADMIN);
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const call = async (path: string, body: object) =>
      (
        await fetch(program.url + path, { method: "POST", headers, body: JSON.stringify(body) })
      ).json();
    const { secret } = await call("/api/auth/second-step", { password: ADMIN.password });
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await call("/api/auth/second-step/confirm", { code });
    expect(await signIn(program, ADMIN.email, ADMIN.password)).toBe(401);
    expect(await program.end("SIGTERM")).toBe(0);
  }
  expect((await room.reset(["admin"])).err).toContain("\nIts second step stays on");
  const { out, err } = await room.reset(["admin", "--without-second-step"]);
  expect(err).toContain("\nIts second step is off.");
  await using program = await room.start({});
  expect(await signIn(program, ADMIN.email, out.trim())).toBe(200);
});
