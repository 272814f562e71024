/** The room's secret is changed, and nobody notices. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { SignJWT } from "jose";
import { Secret, TOTP } from "otpauth";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { ADMIN, emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { join } from "../ws/joining.ts";

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

const HOUR = 3_600_000;
const OLD = { SECRET_KEY: "the first secret of thirty-two bytes" };
const NEW = { SECRET_KEY: "another secret, of as many bytes too" };
const BOTH = { ...NEW, SECRET_KEY_PREVIOUS: OLD.SECRET_KEY };

const me = async (room: TestRoom, token: string) =>
  (await room.call("GET", "/api/auth/me", { token })).status;
const renew = async (room: TestRoom, token: string): Promise<string> =>
  (await (await room.call("POST", "/api/auth/renew", { token })).json()).access_token;
const guestOf = async (room: TestRoom, pass?: string) => {
  const { client, welcome } = await join(room.wsUrl, pass === undefined ? {} : { guest: pass });
  await client.close();
  return welcome.you.guest ?? "";
};
const idOf = (pass: string) => pass.split(".")[0];

describe.each(STORES)("the room's secret, on %s", (store) => {
  test("is changed with the one before at hand: sign-ins, passes and second steps go on for a day, and forgeries end then", async () => {
    const place = await emptyStore(store);
    const clock = virtualClock("2026-03-01T11:00:00Z");
    const open = (env: Record<string, string>) =>
      openRoom({ clock, env: { DATABASE_URL: place.url, ...env } });
    const before = await open(OLD);
    const { id, token, email, password } = await before.member("ann");
    const begun = await before.call("POST", "/api/auth/second-step", { token, body: { password } });
    const app = new TOTP({ secret: Secret.fromBase32((await begun.json()).secret) });
    const code = () => app.generate({ timestamp: clock.now() });
    const body = { code: code() };
    await before.call("POST", "/api/auth/second-step/confirm", { token, body });
    const pass = await guestOf(before);
    await before.stop();

    const between = await open(BOTH);
    expect(await me(between, token)).toBe(200);
    const renewed = await renew(between, token);
    expect(idOf(await guestOf(between, pass))).toBe(idOf(pass));
    await between.stop();

    const after = await open(NEW);
    expect([await me(after, token), await me(after, renewed)]).toEqual([401, 200]);
    await clock.advance(60_000);
    const login = { email, password, code: code() };
    expect((await after.call("POST", "/api/auth/login", { body: login })).status).toBe(200);
    await after.stop();

    // Whoever learns the old secret makes what token they like, and for a day no longer.
    const iat = clock.now() / 1000;
    const forged = await new SignJWT({ sub: `${id}`, jti: "x", iat, exp: iat + 10_000_000 })
      .setProtectedHeader({ alg: "HS256" })
      .sign(Buffer.from(OLD.SECRET_KEY));
    const statuses: number[] = [];
    for (const hours of [22, 2]) {
      // Nobody's timers run meanwhile.
      await clock.advance(hours * HOUR);
      const late = await open(BOTH);
      statuses.push(await me(late, forged));
      await late.stop();
    }
    expect(statuses).toEqual([200, 401]);
    await place.remove();
  });
});

test("on two nodes it is changed on one after the other, and what either signs works on both all the while", async () => {
  const place = await emptyStore("postgres");
  const clock = virtualClock("2026-03-01T11:00:00Z");
  const open = (env: Record<string, string>) =>
    openRoom({ clock, env: { DATABASE_URL: place.url, ...env } });
  const nodes = [await open(OLD), await open(OLD)];
  const signIn = async (room: TestRoom) =>
    (await (await room.call("POST", "/api/auth/login", { body: ADMIN })).json()).access_token;
  const worksEverywhere = async () => {
    for (const node of nodes) {
      const token = await signIn(node);
      const pass = await guestOf(node);
      for (const other of nodes) {
        expect(await me(other, token)).toBe(200);
        expect(idOf(await guestOf(other, pass))).toBe(idOf(pass));
      }
    }
  };
  await worksEverywhere();
  const early = await signIn(nodes[0] ?? (await open(OLD)));
  for (const at of [0, 1]) {
    await nodes[at]?.stop();
    nodes[at] = await open(BOTH);
    await worksEverywhere();
  }
  // What signs changes an hour after the first of them came with it.
  await clock.advance(HOUR);
  await worksEverywhere();
  const [first, second] = nodes;
  if (!first || !second) throw new Error("There are two nodes.");
  const fresh = await signIn(first);
  expect([await me(first, early), await me(second, early)]).toEqual([200, 200]);
  await first.stop();
  nodes[0] = await open(NEW);
  expect([await me(nodes[0], early), await me(nodes[0], fresh)]).toEqual([401, 200]);
  await nodes[0].stop();
  const refused = await open(OLD).catch((error: unknown) => String(error));
  expect(refused).toContain("SECRET_KEY_PREVIOUS");
  await second.stop();
  await place.remove();
});
