import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { Secret, TOTP } from "otpauth";
import { RecoveryCodes, SecondStepBegun, SecondStepState } from "../../src/wire/accounts.ts";
import { Token } from "../../src/wire/http.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { ADMIN, emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { problemOf } from "./problem.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const PATH = "/api/auth/second-step";
const PERIOD = 30_000;
const START = "2026-03-01T11:00:10Z";
/** A proxy that says where a call comes from. */
const TRUSTED = { TRUSTED_PROXIES: "127.0.0.1" };

type Who = Awaited<ReturnType<TestRoom["member"]>>;
const login = (
  room: TestRoom,
  { email, password }: Pick<Who, "email" | "password">,
  code?: string,
  from = "192.0.2.1",
) =>
  room.call("POST", "/api/auth/login", {
    body: { email, password, code },
    headers: { "X-Forwarded-For": from },
  });
const begin = (room: TestRoom, { token, password }: Who) =>
  room.call("POST", PATH, { token, body: { password } });
const confirm = (room: TestRoom, { token }: Who, code: string) =>
  room.call("POST", `${PATH}/confirm`, { token, body: { code } });
const end = (room: TestRoom, { token }: Who, password: string, code: string) =>
  room.call("DELETE", PATH, { token, body: { password, code } });
const stateOf = async (room: TestRoom, { token }: Who) =>
  SecondStepState.strict().parse(await (await room.call("GET", PATH, { token })).json());

/** What an authenticator app makes of a secret. */
const app = (secret: string) => {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  return (at: number) => totp.generate({ timestamp: at });
};

/** A room with a clock of our own, and Ann, whose second step is on. */
async function withSecondStep(store: (typeof STORES)[number], env: Record<string, string> = {}) {
  const clock = virtualClock(START);
  const room = await openRoom({ store, clock, env: { ...TRUSTED, ...env } });
  const ann = await room.member("ann");
  const { secret } = SecondStepBegun.parse(await (await begin(room, ann)).json());
  const code = app(secret);
  const confirmed = await confirm(room, ann, code(clock.now()));
  const { recovery_codes: codes } = RecoveryCodes.parse(await confirmed.json());
  await clock.advance(PERIOD);
  return { room, clock, ann, secret, code: () => code(clock.now()), codes };
}

const WRONG = "that is no code";

describe.each(STORES)("the second step, on %s", (store) => {
  test("is asked for once an app has shown a code of it, and not before", async () => {
    const clock = virtualClock(START);
    await using room = await openRoom({ store, clock });
    const ann = await room.member("ann");
    expect(await stateOf(room, ann)).toEqual({ on: false, recovery_codes: 0 });
    await problemOf(await begin(room, { ...ann, password: "not that one" }), 403, "wrong_password");
    const begun = SecondStepBegun.strict().parse(await (await begin(room, ann)).json());
    expect(begun.address).toMatch(/^otpauth:\/\/totp\/Rage%20Room:ann\?.*secret=[A-Z2-7]{32}/);
    expect((await login(room, ann)).status).toBe(200);
    await problemOf(await confirm(room, ann, WRONG), 403, "wrong_code");
    const confirmed = await confirm(room, ann, app(begun.secret)(clock.now()));
    const { recovery_codes: codes } = RecoveryCodes.strict().parse(await confirmed.json());
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){5}[a-z2-7]{4}$/);
    expect(await stateOf(room, ann)).toEqual({ on: true, recovery_codes: 10 });
    const refused = await login(room, ann);
    expect(refused.headers.get("WWW-Authenticate")).toBe("Bearer");
    await problemOf(refused, 401, "code_needed");
    await problemOf(await begin(room, ann), 422, "invalid");
    await problemOf(
      await login(room, { ...ann, password: "not that one" }),
      401,
      "wrong_credentials",
    );
  });

  test("takes each code once, of its own half minute or one beside it, on whichever node", async () => {
    const place = await emptyStore(store);
    const env = { DATABASE_URL: place.url };
    const { room, clock, ann, code } = await withSecondStep(store, env);
    const used = code();
    expect((await login(room, ann, used)).status).toBe(200);
    await problemOf(await login(room, ann, used), 403, "wrong_code");
    if (store === "postgres") {
      await using other = await openRoom({ store, clock, env: { ...TRUSTED, ...env } });
      await problemOf(await login(other, ann, used), 403, "wrong_code");
    }
    await clock.advance(PERIOD);
    const early = code();
    await clock.advance(PERIOD);
    expect((await login(room, ann, `${early.slice(0, 3)} ${early.slice(3)}`)).status).toBe(200);
    await clock.advance(PERIOD);
    const late = code();
    await clock.advance(2 * PERIOD);
    await problemOf(await login(room, ann, late), 403, "wrong_code");
    await room.stop();
    await place.remove();
  });

  test("of two who use the same code at once, one comes in", async () => {
    const { room, ann, code, codes } = await withSecondStep(store);
    await using _ = room;
    for (const one of [code(), codes[0] ?? ""]) {
      const answers = await Promise.all([login(room, ann, one), login(room, ann, one)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    }
  });

  test("a recovery code stands in for the app, once, however it is typed; new ones take the place of all", async () => {
    const { room, ann, code, codes } = await withSecondStep(store);
    await using _ = room;
    const [first = "", second = ""] = codes;
    expect((await login(room, ann, first.toUpperCase().replaceAll("-", " "))).status).toBe(200);
    await problemOf(await login(room, ann, first), 403, "wrong_code");
    expect(await stateOf(room, ann)).toEqual({ on: true, recovery_codes: 9 });
    const body = { password: ann.password, code: code() };
    const renewed = await room.call("POST", `${PATH}/recovery-codes`, { token: ann.token, body });
    const { recovery_codes: fresh } = RecoveryCodes.parse(await renewed.json());
    expect(await stateOf(room, ann)).toEqual({ on: true, recovery_codes: 10 });
    await problemOf(await login(room, ann, second), 403, "wrong_code");
    expect((await login(room, ann, fresh[0])).status).toBe(200);
  });

  test("is turned off with the password and a code, and with neither alone", async () => {
    const { room, ann, code } = await withSecondStep(store);
    await using _ = room;
    await problemOf(await end(room, ann, "not that one", code()), 403, "wrong_password");
    await problemOf(await end(room, ann, ann.password, WRONG), 403, "wrong_code");
    expect((await end(room, ann, ann.password, code())).status).toBe(200);
    expect(await stateOf(room, ann)).toEqual({ on: false, recovery_codes: 0 });
    expect((await login(room, ann)).status).toBe(200);
  });

  test("a reset link gives another password, and leaves the second step on", async () => {
    const { room, ann, code } = await withSecondStep(store);
    await using _ = room;
    const token = Token.parse(await (await login(room, ADMIN)).json()).access_token;
    const body = { user_id: ann.id };
    const made = await room.call("POST", "/api/admin/user/reset", { token, body });
    const { link } = await made.json();
    const secret = new URL(link).hash.replace("#reset=", "");
    const next = "a newer password";
    await room.call("POST", "/api/auth/reset", { body: { secret, new_password: next } });
    await problemOf(await login(room, { ...ann, password: next }), 401, "code_needed");
    expect((await login(room, { ...ann, password: next }, code())).status).toBe(200);
  });

  test("its secret and its codes do not stand in the database, and go with the account", async () => {
    const place = await emptyStore(store);
    const { room, ann, secret, codes } = await withSecondStep(store, { DATABASE_URL: place.url });
    const sql = new Bun.SQL(place.url);
    const rows = async () =>
      JSON.stringify([
        await sql`SELECT * FROM second_steps`,
        await sql`SELECT * FROM recovery_codes`,
      ]);
    const before = await rows();
    for (const hidden of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))]) {
      expect(before).not.toContain(hidden);
    }
    const body = { password: ann.password };
    expect((await room.call("DELETE", "/api/auth/me", { token: ann.token, body })).status).toBe(
      200,
    );
    expect(await rows()).toBe("[[],[]]");
    await sql.close();
    await room.stop();
    await place.remove();
  });
});

test("who guesses codes waits, and the owner comes in from where they signed in before", async () => {
  const { room, clock, ann, code } = await withSecondStep("sqlite");
  await using _ = room;
  expect((await login(room, ann, code())).status).toBe(200);
  for (let host = 1; host <= 4; host++) {
    const from = `198.51.${host}.7`;
    for (let guess = 0; guess < 5; guess++) {
      await problemOf(await login(room, ann, WRONG, from), 403, "wrong_code");
    }
    const refused = await login(room, ann, WRONG, from);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(800);
    await problemOf(refused, 429, "too_many_attempts");
  }
  await problemOf(await login(room, ann, WRONG, "203.0.113.9"), 429, "too_many_attempts");
  await clock.advance(PERIOD);
  expect((await login(room, ann, code())).status).toBe(200);
});

test("what was sealed with another secret opens no more, and a recovery code still does", async () => {
  const place = await emptyStore("sqlite");
  const env = { DATABASE_URL: place.url };
  const { room, clock, ann, code, codes } = await withSecondStep("sqlite", env);
  await room.stop();
  const SECRET_KEY = "another secret of thirty-two bytes";
  await using later = await openRoom({ clock, env: { ...TRUSTED, ...env, SECRET_KEY } });
  await problemOf(await login(later, ann, code()), 403, "wrong_code");
  expect((await login(later, ann, codes[3])).status).toBe(200);
  await later.stop();
  await place.remove();
});
