import { expect, setDefaultTimeout, test } from "bun:test";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { emptyStore, openRoom, STORES } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { fail, folder, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

test("a node with another zone or secret is refused beside one that runs, and the day goes on", async () => {
  const { url, remove } = await emptyStore("postgres");
  await using room = await openRoom({ env: { DATABASE_URL: url } });
  await using anna = await connect(room.wsUrl);
  anna.send({ type: "hello" });
  await anna.next("welcome");
  anna.send({ type: "say", ref: "1", text: "Still here." });
  await anna.next("ack");
  for (const [env, says] of [
    [{ TIMEZONE: "Pacific/Kiritimati" }, `TIMEZONE=${NOON_ZONE}`],
    [{ SECRET_KEY: "another secret of thirty-two bytes" }, "SECRET_KEY"],
  ] as const) {
    const refused = await openRoom({ env: { DATABASE_URL: url, ...env } }).catch((e: unknown) => e);
    expect(String(refused)).toContain(says);
  }
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  expect(messages).toMatchObject([{ text: "Still here." }]);
  await using unnamed = await openRoom({ env: { DATABASE_URL: url, TIMEZONE: "" } });
  expect(await (await unnamed.call("GET", "/api/today")).json()).toMatchObject({
    timezone: NOON_ZONE,
  });
  await unnamed.stop();
  await room.stop();
  await remove();
});

test("a room restarted with another zone is refused while something was said, and keeps it", async () => {
  await using here = await folder();
  {
    await using program = await start(here.path);
    await using anna = await connect(program.wsUrl);
    anna.send({ type: "hello" });
    await anna.next("welcome");
    anna.send({ type: "say", ref: "1", text: "Before the change." });
    await anna.next("ack");
    await program.end("SIGTERM");
  }
  const { code, err } = await fail(here.path, { PORT: "0", TIMEZONE: "Pacific/Kiritimati" });
  expect({ code, lines: err.trim().split("\n").length }).toEqual({ code: 1, lines: 1 });
  expect(err).toContain(`TIMEZONE=${NOON_ZONE}`);
  await using program = await start(here.path);
  const { messages } = await (await fetch(`${program.url}/api/messages`)).json();
  expect(messages).toMatchObject([{ text: "Before the change." }]);
});

test("an empty room takes another zone at its start", async () => {
  await using here = await folder();
  {
    await using program = await start(here.path);
    await fetch(`${program.url}/health`);
    await program.end("SIGTERM");
  }
  await using program = await start(here.path, { TIMEZONE: "Pacific/Kiritimati" });
  expect(await (await fetch(`${program.url}/api/today`)).json()).toMatchObject({
    timezone: "Pacific/Kiritimati",
  });
});

test("a room starts on secrets that stand in files, and none of them shows in its output", async () => {
  await using here = await folder();
  const { url, remove } = await emptyStore("postgres");
  const secrets = {
    DATABASE_URL: url,
    SECRET_KEY: "a secret of thirty-two bytes, at least",
    ADMIN_PASSWORD: "a password of the admin",
  };
  const env: Record<string, string> = {};
  for (const [name, text] of Object.entries(secrets)) {
    env[`${name}_FILE`] = join(here.path, name);
    await writeFile(join(here.path, name), `${text}\n`, { mode: 0o600 });
  }
  await using program = await start(here.path, env);
  const signIn = await fetch(`${program.url}/api/auth/login`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ email: "admin@rageroom.com", password: secrets.ADMIN_PASSWORD }),
  });
  expect(signIn.status).toBe(200);
  expect(await program.end("SIGTERM")).toBe(0);
  for (const text of Object.values(secrets)) expect(program.output()).not.toContain(text);
  await remove();
});

test.each(STORES)(
  "a room on %s that is started with another secret says so, and stays silent with the same one",
  async (store) => {
    await using here = await folder();
    const { url, remove } = await emptyStore(store);
    const env = { DATABASE_URL: url, SECRET_KEY: "a secret of thirty-two bytes, at least" };
    for (const [secret, says] of [
      [env.SECRET_KEY, false],
      [env.SECRET_KEY, false],
      ["another secret of thirty-two bytes", true],
      ["another secret of thirty-two bytes", false],
    ] as const) {
      await using program = await start(here.path, { ...env, SECRET_KEY: secret });
      expect(await program.end("SIGTERM")).toBe(0);
      expect(program.output().includes("everyone signs in anew")).toBe(says);
      expect(program.output()).not.toContain(secret);
    }
    await remove();
  },
);
