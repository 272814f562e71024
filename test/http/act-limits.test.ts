import { expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { ANY_REQUEST } from "../../src/http/limited.ts";
import { FRAME_LIMITS } from "../../src/live/frame-limits.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";

setDefaultTimeout(TEST_MS);

const Reference = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
/** More than any call may be repeated in a minute by one sender. */
const MANY = 200;

test("every call that the reference knows has a limit, and says when to come back", async () => {
  // The clock stands still, so that no minute passes while the loop runs.
  await using room = await openRoom({ clock: virtualClock("2026-03-01T12:00:00Z") });
  const token = await room.admin();
  const reference = Reference.parse(await (await room.call("GET", "/openapi.json")).json());
  const calls = Object.entries(reference.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({ method: method.toUpperCase(), path })),
  );
  expect(calls.length).toBeGreaterThan(15);
  const unlimited: string[] = [];
  for (const { method, path } of calls) {
    // Signing out would end the token that the other calls are made with.
    const as = path.startsWith("/api/auth/logout") ? { token: "not a token" } : { token };
    let answer = await room.call(method, path.replace("{id}", "1"), as);
    for (let made = 1; made < MANY && answer.status !== 429; made++) {
      await answer.body?.cancel();
      answer = await room.call(method, path.replace("{id}", "1"), as);
    }
    if (answer.status !== 429 || answer.headers.get("Retry-After") === null) {
      unlimited.push(`${method} ${path}: ${answer.status}`);
    }
    await answer.body?.cancel();
  }
  expect(unlimited).toEqual([]);
});

test("a made-up token is no sender of its own, and an account is one wherever it calls from", async () => {
  await using room = await openRoom({ clock: virtualClock("2026-03-01T12:00:00Z") });
  const { token } = await room.member("ann");
  const [head = "", body = ""] = token.split(".");
  const madeUp = (made: number) => [`${made}`, `${head}.${body}.${made}`][made % 2] ?? "";
  const me = async (token: string) => (await room.call("GET", "/api/auth/me", { token })).status;
  for (let made = 0; made < 120; made++) expect(await me(madeUp(made))).toBe(401);
  expect(await me(madeUp(120))).toBe(429);
  for (let made = 0; made < 120; made++) expect(await me(token)).toBe(200);
  expect(await me(token)).toBe(429);
});

test.each(Object.entries({ "any request": ANY_REQUEST, ...FRAME_LIMITS }))(
  "one sender does not use up what its range may do: %s",
  (_, { sender, range }) => expect(sender).toBeLessThan(range),
);
