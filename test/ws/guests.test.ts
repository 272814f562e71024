import { expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { openRoom } from "../harness/room.ts";
import { join, refusal, say } from "./joining.ts";

const MINUTE = 60_000;
const noon = () => virtualClock("2026-03-01T11:00:00Z");

test("a guest rolls another name and speaks under it; the pass brings it back", async () => {
  await using room = await openRoom();
  const { client, welcome } = await join(room.wsUrl);
  client.send({ type: "roll" });
  const { you } = await client.next("you");
  expect(you.kind).toBe("guest");
  expect(you.name).not.toBe(welcome.you.name);
  const seq = await say(client, "renamed");
  expect(await client.next("message", ({ id }) => id === seq)).toMatchObject({ user: you.name });
  const { welcome: back } = await join(room.wsUrl, { guest: you.guest });
  expect(back.you).toMatchObject({ name: you.name });
});

test("a guest is told when the name changes, and keeps it until midnight by asking", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { client, welcome } = await join(room.wsUrl);
  expect(Date.parse(welcome.you.until ?? "")).toBe(clock.now() + 10 * MINUTE);
  client.send({ type: "keep" });
  const { you } = await client.next("you");
  expect(you).toMatchObject({ name: welcome.you.name, until: null });
  await clock.advance(60 * MINUTE);
  const seq = await say(client, "still here");
  expect(await client.next("message", ({ id }) => id === seq)).toMatchObject({ user: you.name });
  const { welcome: back } = await join(room.wsUrl, { guest: you.guest });
  expect(back.you).toMatchObject({ name: you.name, until: null });
});

test("an account's name is not rolled", async () => {
  await using room = await openRoom();
  const { token } = await room.member("ann");
  const { client } = await join(room.wsUrl, { token });
  client.send({ type: "roll" });
  expect(await client.next("refused")).toMatchObject({ code: "invalid" });
  const seq = await say(client, "still Ann");
  expect(await client.next("message", ({ id }) => id === seq)).toMatchObject({ user: "ann" });
});

test("a name is worn for ten minutes, then changes by itself, here and for one who comes back", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { client, welcome } = await join(room.wsUrl);
  const { guest = "" } = welcome.you;
  await clock.advance(10 * MINUTE - 1);
  const early = await say(client, "still the same");
  const before = await client.next("message", ({ id }) => id === early);
  expect(before.user).toBe(welcome.you.name);

  await clock.advance(1);
  const { you } = await client.next("you");
  expect(you.name).not.toBe(welcome.you.name);
  const late = await say(client, "somebody else");
  expect(await client.next("message", ({ id }) => id === late)).toMatchObject({ user: you.name });
  const { welcome: back } = await join(room.wsUrl, { guest });
  expect(back.you.name).toBe(you.name);

  await clock.advance(10 * MINUTE);
  expect((await client.next("you")).you.name).not.toBe(you.name);
});

test("the pass keeps the guest the same for the limit, whatever the name", async () => {
  const clock = noon();
  await using room = await openRoom({ clock, env: { MESSAGES_PER_MINUTE: "2" } });
  const { client, welcome } = await join(room.wsUrl);
  await say(client, "one");
  client.send({ type: "roll" });
  const { you } = await client.next("you");
  await say(client, "two");
  await client.close();
  for (const guest of [welcome.you.guest, you.guest]) {
    const { client: back } = await join(room.wsUrl, { guest });
    expect(await refusal(back, "three")).toMatchObject({ code: "rate_limited" });
  }
  const { client: other } = await join(room.wsUrl);
  await say(other, "somebody else");
});

test("a pass that is not ours, or of yesterday, makes a new guest", async () => {
  const clock = noon();
  await using room = await openRoom({ clock });
  const { welcome } = await join(room.wsUrl);
  const { name, guest = "" } = welcome.you;
  const { welcome: again } = await join(room.wsUrl, { guest });
  expect(again.you.name).toBe(name);
  const forged = [
    `x${guest}`,
    guest.replace(/\.[^.]*$/, ""),
    guest.replace(/\.[^.]*$/, `.${"A".repeat(43)}`),
    guest.replace("2026-03-01", "2026-03-02"),
    "",
    ".",
    "x".repeat(1_024),
  ];
  for (const bad of forged) {
    const { welcome: stranger } = await join(room.wsUrl, { guest: bad });
    expect(stranger.you.kind).toBe("guest");
    expect(stranger.you.guest?.split(".")[0]).not.toBe(guest.split(".")[0]);
  }
  await clock.advanceTo(Date.parse("2026-03-01T23:00:01Z"));
  const { client, welcome: today } = await join(room.wsUrl, { guest });
  if (today.day !== "2026-03-02") await client.next("cleared");
  const { welcome: tomorrow } = await join(room.wsUrl, { guest });
  expect(tomorrow.day).toBe("2026-03-02");
  expect(tomorrow.you.guest?.split(".")[0]).not.toBe(guest.split(".")[0]);
});
