import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { solve } from "../../client/solve-proof.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { type Client, connectPlain } from "../harness/sockets.ts";
import { join, refusal } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const raise = async (room: TestRoom, minutes = 10) => {
  const token = await room.admin();
  const body = { shield_minutes: minutes };
  await room.call("PUT", "/api/mod/mode", { token, body });
};

/** What a client is asked to prove, by a message of its own. */
async function asked(client: Client) {
  const { code, challenge } = await refusal(client, "hello");
  expect(code).toBe("proof_required");
  if (!challenge) throw new Error("There is no challenge.");
  return challenge;
}

describe.each(STORES)("a new pass under the shield, on %s", (store) => {
  test("reads at once, and is proved once before it is answered otherwise", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const { client: early, welcome } = await join(room.wsUrl);
    await clock.advance(1);
    await raise(room);
    await early.next("mode");
    early.send({ type: "proof" });
    expect(await early.next("proof")).toEqual({ type: "proof", challenge: null });
    const { guest = "" } = welcome.you;
    const { client: back } = await join(room.wsUrl, { guest });
    back.send({ type: "proof" });
    expect(await back.next("proof")).toMatchObject({ challenge: null });

    const { client, welcome: late } = await join(room.wsUrl);
    expect(late.mode.shield.on).toBe(true);
    const challenge = await asked(client);
    client.send({ type: "proof" });
    expect(await client.next("proof")).toEqual({ type: "proof", challenge });
    const solution = await solve(challenge);
    const { client: thief } = await join(room.wsUrl);
    await asked(thief);
    thief.send({ type: "proof", proof: { challenge, solution } });
    const refused = await thief.next("refused");
    expect(refused).toMatchObject({ code: "proof_required" });
    expect(refused.challenge?.signature).not.toBe(challenge.signature);

    client.send({ type: "proof", proof: { challenge, solution } });
    const { you } = await client.next("you");
    expect(you.name).toBe(late.you.name);
    expect(await client.next("proof")).toMatchObject({ challenge: null });
    client.send({ type: "say", ref: "now", text: "hello" });
    const isOther = (code: string) => code !== "proof_required";
    await Promise.race([
      client.next("ack", ({ ref }) => ref === "now"),
      client.next("refused", ({ ref, code }) => ref === "now" && isOther(code)),
    ]);
    const { client: again } = await join(room.wsUrl, { guest: you.guest ?? "" });
    again.send({ type: "proof" });
    expect(await again.next("proof")).toMatchObject({ challenge: null });

    await raise(room, 0);
    await thief.next("mode", ({ shield }) => !shield.on);
    thief.send({ type: "proof" });
    expect(await thief.next("proof")).toMatchObject({ challenge: null });
  });

  test("costs accounts nothing, and in plain mode reads and waits", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const { token } = await room.member("ann");
    await using early = await connectPlain(room.wsUrl);
    await raise(room);
    await early.next();
    const { client } = await join(room.wsUrl, { token });
    client.send({ type: "proof" });
    expect(await client.next("proof")).toMatchObject({ challenge: null });
    await clock.advance(1);
    await using plain = await connectPlain(room.wsUrl);
    plain.send({ user: "Bot", text: "hello" });
    expect(await plain.next(({ user }) => user === "System")).toMatchObject({
      text: "The shield is up, and you are new here: open the room's page in a browser to speak, or sign in with a token.",
    });
  });

  test("in plain mode whoever was heard comes back and speaks on, under the name that was heard", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const first = await connectPlain(room.wsUrl);
    first.send({ user: "Bot", text: "before" });
    await first.next(({ text }) => text === "before");
    await clock.advance(4 * 60_000);
    await raise(room);
    await clock.advance(1);
    await using again = await connectPlain(room.wsUrl);
    again.send({ user: "Bot", text: "after" });
    expect(await again.next(({ text }) => text === "after")).toMatchObject({ user: "Bot" });
    again.send({ user: "Another", text: "me too" });
    expect((await again.next(({ user }) => user === "System")).text).toContain("you are new here");
  });

  test("an account is not made before the shield is down", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    await raise(room);
    const body = { email: "bob@example.com", username: "bob", password: "a long password of bob" };
    const waits = await room.call("POST", "/api/auth/register", { body });
    expect(waits.status).toBe(503);
    expect(waits.headers.get("retry-after")).toBe("600");
    expect(await waits.json()).toMatchObject({ code: "shield_up" });
    await raise(room, 0);
    expect((await room.call("POST", "/api/auth/register", { body })).status).not.toBe(503);
  });
});
