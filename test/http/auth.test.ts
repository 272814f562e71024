import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createHmac } from "node:crypto";
import { HashedPasswords } from "../../src/accounts/passwords.ts";
import { Account, Done, Me, Token } from "../../src/wire/http.ts";
import { virtualClock } from "../harness/clock.ts";
import { openRoom, type TestRoom } from "../harness/room.ts";
import { problemOf, wrongFields } from "./problem.ts";

let room: TestRoom;
beforeAll(async () => {
  // So many accounts from one address in a minute are more than a usual room takes.
  room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1000" } });
});
afterAll(() => room.stop());

const register = (body: unknown) => room.call("POST", "/api/auth/register", { body });
const login = (email: string, password: string) =>
  room.call("POST", "/api/auth/login", { body: { email, password } });
const me = (token?: string) =>
  room.call("GET", "/api/auth/me", token === undefined ? {} : { token });
const ann = { email: "ann@example.com", username: "ann", password: "correct horse" };

describe("registering", () => {
  test("makes an account that is no admin's, and shows no password", async () => {
    const response = await register(ann);
    expect(response.status).toBe(201);
    const account = Account.strict().parse(await response.json());
    expect(account).toMatchObject({ email: ann.email, username: "ann", is_admin: false });
  });

  test("an e-mail address is taken whatever its case", async () => {
    await problemOf(await register({ ...ann, username: "ann2" }), 400, "email_taken");
    const upper = { ...ann, username: "ann2", email: "ANN@example.com" };
    await problemOf(await register(upper), 400, "email_taken");
  });

  test.each(["ann", "ANN", "a-n-n", "_ann_"])(
    "the username %s is taken, or looks like one that is",
    async (username) => {
      const other = { ...ann, email: "other@example.com", username };
      await problemOf(await register(other), 400, "username_taken");
    },
  );

  test.each(["System", "admin", "Adm1n", "m0derator", "Rage_Room"])(
    "nobody may be called %s",
    async (username) => {
      const other = { ...ann, email: "other@example.com", username };
      await problemOf(await register(other), 400, "username_taken");
    },
  );

  test("of two people who want one name at once, one gets it", async () => {
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        register({ ...ann, username: "twin", email: `twin${n}@example.com` }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400]);
  });

  test.each([
    ["a username of two", { username: "ab" }, ["username"]],
    ["a username of 51", { username: "a".repeat(51) }, ["username"]],
    ["a username with a space", { username: "an n" }, ["username"]],
    ["a username with a letter beyond ASCII", { username: "änn" }, ["username"]],
    ["a password of seven", { password: "1234567" }, ["password"]],
    ["a password without end", { password: "p".repeat(1_025) }, ["password"]],
    ["an e-mail address without a host", { email: "ann@" }, ["email"]],
    ["an e-mail address without end", { email: `${"a".repeat(250)}@example.com` }, ["email"]],
    ["wrong types", { email: 1, username: null, password: {} }, ["email", "username", "password"]],
    [
      "missing members",
      { email: undefined, username: undefined, password: undefined },
      ["email", "username", "password"],
    ],
  ])("%s is refused, field by field", async (_name, change, fields) => {
    await wrongFields(await register({ ...ann, ...change }), ...fields);
  });

  test.each(["abc", "a".repeat(50), "A-b_9"])("%s is a username", async (username) => {
    const response = await register({ ...ann, username, email: `${username}@example.com` });
    expect(response.status).toBe(201);
  });
});

describe("signing in", () => {
  test("gives a JWT signed with HS256, good for 24 hours, whose subject is the id as text", async () => {
    const { id, email, password } = await room.member("jwt");
    const response = await login(email, password);
    expect(response.status).toBe(200);
    const token = Token.strict().parse(await response.json()).access_token;
    const [header, payload] = token.split(".").map((part) => Buffer.from(part, "base64url"));
    expect(JSON.parse(String(header))).toMatchObject({ alg: "HS256" });
    const claims: { sub: unknown; iat: number; exp: number } = JSON.parse(String(payload));
    expect(claims.sub).toBe(`${id}`);
    expect(claims.exp - claims.iat).toBe(24 * 60 * 60);
  });

  test("the token names its account", async () => {
    const { id, token, email } = await room.member("named");
    const response = await me(token);
    expect(response.status).toBe(200);
    expect(Me.strict().parse(await response.json())).toMatchObject({ id, email });
  });

  test("an unknown e-mail address and a wrong password get one and the same sentence", async () => {
    const { email } = await room.member("sentence");
    const wrong = await problemOf(await login(email, "a wrong one"), 401, "wrong_credentials");
    const unknown = await problemOf(await login("no@example.com", "x"), 401, "wrong_credentials");
    expect({ ...unknown, request_id: "" }).toEqual({ ...wrong, request_id: "" });
  });

  test("a password is not cut: one that begins alike does not open", async () => {
    const long = { email: "long@example.com", username: "long", password: "p".repeat(100) };
    expect((await register(long)).status).toBe(201);
    await problemOf(await login(long.email, "p".repeat(99)), 401, "wrong_credentials");
    expect((await login(long.email, long.password)).status).toBe(200);
  });

  test.each([
    [{}, ["email", "password"]],
    [{ email: "", password: "" }, ["email", "password"]],
    [{ email: ["ann@example.com"], password: true }, ["email", "password"]],
  ])("%j is refused, field by field", async (body, fields) => {
    await wrongFields(await room.call("POST", "/api/auth/login", { body }), ...fields);
  });

  test("after ten failures the right password waits 30 seconds from an address that signed in before", async () => {
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using limited = await openRoom({ clock });
    const { email, password } = await limited.member("guessed");
    const attempt = (tried: string) =>
      limited.call("POST", "/api/auth/login", { body: { email, password: tried } });
    for (let i = 0; i < 10; i++) {
      await problemOf(await attempt("wrong"), 401, "wrong_credentials");
    }
    const refused = await attempt(password);
    expect(refused.headers.get("Retry-After")).toBe("30");
    await problemOf(refused, 429, "too_many_attempts");
    expect(await limited.admin()).toBeString();
    await clock.advance(30_000);
    expect((await attempt(password)).status).toBe(200);
  });

  test("from an address that signed in before is not kept waiting by what others try there", async () => {
    await using limited = await openRoom({ clock: virtualClock("2026-03-01T12:00:00Z") });
    const { email, password } = await limited.member("owner");
    const attempt = (email: string, password: string) =>
      limited.call("POST", "/api/auth/login", { body: { email, password } });
    let answer = await attempt("other@example.com", "wrong");
    for (let made = 1; made < 40 && answer.status === 401; made++) {
      answer = await attempt(`other${made}@example.com`, "wrong");
    }
    await problemOf(answer, 429, "rate_limited");
    expect((await attempt(email, password)).status).toBe(200);
  });

  test("takes as long of the processor for an unknown e-mail address as for a wrong password", async () => {
    await using slow = await openRoom({ passwords: new HashedPasswords() });
    const { email } = await slow.member("timed");
    const took = async (address: string) => {
      const start = process.cpuUsage();
      const body = { email: address, password: "wrong" };
      expect((await slow.call("POST", "/api/auth/login", { body })).status).toBe(401);
      return process.cpuUsage(start).user;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let i = 0; i < 5; i++) {
      known.push(await took(email));
      unknown.push(await took(`nobody${i}@example.com`));
    }
    // Without a hash to check it would be a hundredth.
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.1);
    expect(ratio).toBeLessThan(10);
  });
});

describe("a token", () => {
  test("is asked for", async () => {
    await problemOf(await me(), 401, "not_signed_in");
    for (const Authorization of ["Bearer", "Basic YTpi", "Bearer a b", "nonsense", ""]) {
      const response = await room.call("GET", "/api/auth/me", { headers: { Authorization } });
      await problemOf(response, 401, "not_signed_in");
    }
  });

  test("works no longer once it is signed out, and no other token is touched", async () => {
    const { email, password, token } = await room.member("leaver");
    const other = Token.parse(await (await login(email, password)).json()).access_token;
    const response = await room.call("POST", "/api/auth/logout", { token });
    expect(response.status).toBe(200);
    Done.strict().parse(await response.json());
    await problemOf(await me(token), 401, "not_signed_in");
    await problemOf(await room.call("POST", "/api/auth/logout", { token }), 401, "not_signed_in");
    expect((await me(other)).status).toBe(200);
  });

  test("of somebody else's making does not work", async () => {
    const { id, token } = await room.member("forged");
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { sub: `${id}`, jti: "x", iat: 1, exp: 9_999_999_999 };
    const signed = (alg: string, key: string) => {
      const body = `${part({ alg, typ: "JWT" })}.${part(claims)}`;
      const hash = alg === "HS512" ? "sha512" : "sha256";
      return `${body}.${createHmac(hash, key).update(body).digest("base64url")}`;
    };
    const forged = [
      `${part({ alg: "none" })}.${part(claims)}.`,
      signed("HS256", "another secret of thirty-two bytes"),
      signed("HS512", "a secret of at least thirty-two bytes"),
      `${token.slice(0, -4)}AAAA`,
      "a.b.c",
      "x".repeat(5_000),
    ];
    for (const bad of forged) await problemOf(await me(bad), 401, "not_signed_in");
    // The same claims under the right secret are let in: it is the signature that is judged.
    expect((await me(signed("HS256", "a secret of at least thirty-two bytes"))).status).toBe(200);
  });

  test("ends after 24 hours", async () => {
    const clock = virtualClock("2026-03-01T12:00:00Z");
    await using later = await openRoom({ clock });
    const { token } = await later.member("sleeper");
    clock.sleepTo(clock.now() + 24 * 60 * 60_000 - 1_000);
    expect((await later.call("GET", "/api/auth/me", { token })).status).toBe(200);
    await clock.advance(2_000);
    await problemOf(await later.call("GET", "/api/auth/me", { token }), 401, "not_signed_in");
  });
});
