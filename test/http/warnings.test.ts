/** What the log says when something in front of the room is not set up right. */
import { expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { keptLog, openRoom } from "../harness/room.ts";

const MINUTE = 60_000;
const noon = () => virtualClock("2026-03-01T11:00:00Z");

/** A room whose log is at hand: what was warned of since it opened. */
async function openLogged(env: Record<string, string> = {}) {
  const clock = noon();
  const { logger, lines } = keptLog();
  const room = await openRoom({ clock, logger, env });
  const before = lines.length;
  const warned = (pattern = /./) =>
    lines.slice(before).filter(({ level, sentence }) => level === "warn" && pattern.test(sentence));
  return { ...room, clock, warned };
}

test.each([
  ["X-Forwarded-For", "203.0.113.9"],
  ["Forwarded", "for=203.0.113.9"],
])(
  "a forwarded address from a peer that is not trusted is told once an hour: %s",
  async (name, value) => {
    await using room = await openLogged({ TRUSTED_PROXIES: "10.0.0.0/8" });
    const call = () => room.call("GET", "/health", { headers: { [name]: value } });
    await room.call("GET", "/health");
    expect(room.warned(/TRUSTED_PROXIES/)).toEqual([]);
    for (const minutes of [0, 0, 59]) {
      await room.clock.advance(minutes * MINUTE);
      await call();
      expect(room.warned(/TRUSTED_PROXIES/)).toHaveLength(1);
    }
    expect(room.warned(/TRUSTED_PROXIES/)[0]?.fields).toEqual({
      event: "forward_not_believed",
      peer: "127.0.0.1",
    });
    await room.clock.advance(MINUTE);
    await call();
    expect(room.warned(/TRUSTED_PROXIES/)).toHaveLength(2);
  },
);

test("a forwarded address from a trusted proxy is not told", async () => {
  await using room = await openLogged({ TRUSTED_PROXIES: "127.0.0.1" });
  await room.call("GET", "/health", { headers: { "X-Forwarded-For": "203.0.113.9" } });
  expect(room.warned()).toEqual([]);
});

test("a refused origin is told once a minute, with the host it asked for, and no more of it than fits a line", async () => {
  await using room = await openLogged({ ALLOWED_ORIGINS: "https://a.example" });
  const ask = (Origin: string) =>
    room.call("GET", "/ws", { headers: { Origin, Host: "inside:8000" } });
  expect((await ask("https://a.example")).status).toBe(426);
  expect(room.warned(/ALLOWED_ORIGINS/)).toEqual([]);
  for (const Origin of ["https://rage.example", "https://rage.example", "https://other.example"]) {
    expect((await ask(Origin)).status).toBe(403);
  }
  const [line, ...more] = room.warned(/ALLOWED_ORIGINS.*Host header/);
  expect(more).toEqual([]);
  expect(line?.fields).toEqual({
    event: "origin_refused",
    origin: "https://rage.example",
    host: "inside:8000",
  });
  await room.clock.advance(MINUTE);
  const long = `https://${"x".repeat(10_000)}.example`;
  expect((await ask(long)).status).toBe(403);
  expect(room.warned(/ALLOWED_ORIGINS/)).toHaveLength(2);
  expect(JSON.stringify(room.warned(/ALLOWED_ORIGINS/)).length).toBeLessThan(2_000);
});

test("/ws without Upgrade is told once a minute", async () => {
  await using room = await openLogged();
  const key = { "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==", "Sec-WebSocket-Version": "13" };
  for (const headers of [key, key, {}]) {
    expect((await room.call("GET", "/ws", { headers })).status).toBe(426);
    expect(room.warned(/without Upgrade/)).toHaveLength(1);
  }
  await room.clock.advance(MINUTE);
  await room.call("GET", "/ws");
  expect(room.warned(/without Upgrade/)).toHaveLength(2);
});

test("no warning holds a token", async () => {
  await using room = await openLogged({ ALLOWED_ORIGINS: "https://a.example" });
  const token = await room.admin();
  const headers = { Origin: "https://rage.example", "X-Forwarded-For": "203.0.113.9" };
  await room.call("GET", "/api/auth/me", { token, headers });
  await room.call("GET", "/ws", { token });
  expect(room.warned()).toHaveLength(3);
  expect(JSON.stringify(room.warned())).not.toContain(token);
});
