import { expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { join, refusal, say } from "./joining.ts";

const SECOND = 1_000;
const noon = () => virtualClock("2026-03-01T11:00:00Z");

test.each(STORES)(
  "the 26th message of a minute is refused with the seconds to wait, after coming back too (%s)",
  async (store) => {
    const clock = noon();
    await using room = await openRoom({ store, clock });
    const { client, welcome } = await join(room.wsUrl);
    for (let i = 0; i < 25; i++) await say(client, `${i}`);
    await clock.advance(20 * SECOND);
    const refused = await refusal(client, "the 26th");
    expect(refused).toMatchObject({ code: "rate_limited", retry_after: 40 });
    await client.close();
    const { client: back } = await join(room.wsUrl, { guest: welcome.you.guest });
    expect(await refusal(back, "again")).toMatchObject({ code: "rate_limited", retry_after: 40 });
    const { client: other } = await join(room.wsUrl);
    await say(other, "somebody else may");
    await clock.advance(40 * SECOND);
    await say(back, "now");
  },
);

test("the window slides: each message makes room for one when its minute is over", async () => {
  const clock = noon();
  await using room = await openRoom({ clock, env: { MESSAGES_PER_MINUTE: "2" } });
  const { client } = await join(room.wsUrl);
  await say(client, "at 0");
  await clock.advance(40 * SECOND);
  await say(client, "at 40");
  expect(await refusal(client, "at 40 too")).toMatchObject({ retry_after: 20 });
  await clock.advance(20 * SECOND);
  await say(client, "at 60");
  expect(await refusal(client, "at 60 too")).toMatchObject({ retry_after: 40 });
});

test("an account has one limit over all its sockets", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "2" } });
  const { token } = await room.member("ann");
  const { client: phone } = await join(room.wsUrl, { token });
  const { client: desk } = await join(room.wsUrl, { token });
  await say(phone, "one");
  await say(desk, "two");
  expect(await refusal(phone, "three")).toMatchObject({ code: "rate_limited" });
  expect(await refusal(desk, "three")).toMatchObject({ code: "rate_limited" });
});

test("in one burst no more get through than are allowed", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "5" } });
  const { client } = await join(room.wsUrl);
  for (let i = 0; i < 20; i++) client.send({ type: "say", ref: `${i}`, text: `${i}` });
  for (let i = 0; i < 5; i++) expect(await client.next("ack")).toMatchObject({ ref: `${i}` });
  for (let i = 5; i < 20; i++) {
    expect(await client.next("refused")).toMatchObject({ ref: `${i}`, code: "rate_limited" });
  }
});

test("what was deleted or cleared still counts", async () => {
  await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "1" } });
  const { client } = await join(room.wsUrl);
  await say(client, "one");
  await room.call("DELETE", "/api/admin/clear-messages", { token: await room.admin() });
  expect(await refusal(client, "two")).toMatchObject({ code: "rate_limited" });
});

test("in plain mode the limit goes by name and address, through every new connection", async () => {
  const clock = noon();
  await using room = await openRoom({ clock, env: { MESSAGES_PER_MINUTE: "2" } });
  for (const text of ["one", "two"]) {
    await using client = await connectPlain(room.wsUrl);
    client.send({ user: "Ann", text });
    await client.next((event) => event.text === text);
  }
  await using client = await connectPlain(room.wsUrl);
  for (const user of ["Ann", "ANN", "Á n n"]) {
    client.send({ user, text: "three" });
    const refused = await client.next(({ user }) => user === "System");
    expect(refused.text).toContain("2 messages a minute");
  }
  client.send({ user: "Ben", text: "mine" });
  await client.next(({ text }) => text === "mine");
  await clock.advance(60 * SECOND);
  client.send({ user: "Ann", text: "now" });
  await client.next(({ text }) => text === "now");
});

test("the address is that which a trusted proxy names, and nobody else's word for it", async () => {
  const from = async (url: string, address: string, text: string) => {
    const headers = { "X-Forwarded-For": address };
    await using client = await connectPlain(url, { headers });
    client.send({ user: "Ann", text });
    return (await client.next((event) => event.text === text || event.user === "System")).user;
  };
  const env = { MESSAGES_PER_MINUTE: "1" };
  await using trusting = await openRoom({ env: { ...env, TRUSTED_PROXIES: "127.0.0.1" } });
  expect(await from(trusting.wsUrl, "203.0.113.1", "one")).toBe("Ann");
  expect(await from(trusting.wsUrl, "203.0.113.2", "two")).toBe("Ann");
  expect(await from(trusting.wsUrl, "203.0.113.2", "three")).toBe("System");
  expect(await from(trusting.wsUrl, "198.51.100.7, 203.0.113.2", "four")).toBe("System");
  // Some proxies write the port too.
  expect(await from(trusting.wsUrl, "203.0.113.2:40001", "five")).toBe("System");
  expect(await from(trusting.wsUrl, "203.0.113.3:40001", "six")).toBe("Ann");
  expect(await from(trusting.wsUrl, "[2001:db8::1]:443", "seven")).toBe("Ann");
  expect(await from(trusting.wsUrl, "2001:db8::1", "eight")).toBe("System");
  await using wary = await openRoom({ env });
  expect(await from(wary.wsUrl, "203.0.113.1", "one")).toBe("Ann");
  expect(await from(wary.wsUrl, "203.0.113.2", "two")).toBe("System");
});
