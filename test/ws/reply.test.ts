import { describe, expect, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { type Client, connectPlain } from "../harness/sockets.ts";
import { join, say } from "./joining.ts";

/** Says that it replies to the message at `re`, and gives what the room made of it. */
async function reply(client: Client, re: number, text: string, ref: string = text) {
  client.send({ type: "say", ref, text, re });
  const { seq } = await client.next("ack", (ack) => ack.ref === ref);
  return client.next("message", (message) => message.seq === seq);
}

describe.each(STORES)("a reply, on %s", (store) => {
  test("names the message it is to, for whoever is here, comes later, reads by HTTP or in plain mode", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const plain = await connectPlain(room.wsUrl);
    const origin = await say(client, "the printer");
    const said = await reply(client, origin, "mine too");
    expect(said).toMatchObject({ text: "mine too", re: origin });
    expect(await plain.next(({ text }) => text === "mine too")).toMatchObject({ re: origin });
    const { client: later } = await join(room.wsUrl, {}, { deflate: true });
    expect(await later.next("message", ({ id }) => id === said.id)).toEqual(said);
    const { client: back, welcome } = await join(room.wsUrl, { after: origin });
    expect(welcome.recovered).toBe(true);
    expect(await back.next("message")).toEqual(said);
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages[0]).not.toHaveProperty("re");
    expect(messages[1]).toMatchObject({ id: said.id, re: origin });
    const plainLater = await connectPlain(room.wsUrl);
    expect((await plainLater.next())["re"]).toBeUndefined();
    expect(await plainLater.next()).toMatchObject({ id: said.id, re: origin });
  });

  test("in plain mode names it as well, and whatever is no position is ignored", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const plain = await connectPlain(room.wsUrl);
    const origin = await say(client, "the printer");
    plain.send({ user: "Ann", text: "mine too", re: origin });
    expect(await client.next("message", ({ user }) => user === "Ann")).toMatchObject({
      re: origin,
    });
    plain.sendRaw(JSON.stringify({ user: "Ann", text: "and again", re: "the printer" }));
    const said = await client.next("message", ({ text }) => text === "and again");
    expect(said.re).toBeUndefined();
  });

  test("to what is gone, never was, or is no message is said without", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const taken = await say(client, "taken back");
    client.send({ type: "erase", id: taken });
    const { seq: deletion } = await client.next("deleted");
    for (const [index, re] of [taken, deletion, 9_999_999].entries()) {
      expect((await reply(client, re, `to ${index}`)).re).toBeUndefined();
    }
    client.send({ type: "say", ref: "bad", text: "x", re: -1 });
    expect((await client.next("refused")).code).toBe("invalid");
  });

  test("keeps the place of its origin through taking back and bringing back", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const origin = await say(client, "the printer");
    const { id } = await reply(client, origin, "mine too");
    client.send({ type: "erase", id });
    const { seq: act } = await client.next("deleted");
    client.send({ type: "undo", act });
    expect((await client.next("restored")).messages).toMatchObject([{ id, re: origin }]);
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages[1]).toMatchObject({ id, re: origin });
  });

  test("said again after a break under its ref is the one that is stored", async () => {
    await using room = await openRoom({ store });
    const { client } = await join(room.wsUrl);
    const origin = await say(client, "the printer");
    const said = await reply(client, origin, "mine too", "once");
    client.send({ type: "say", ref: "once", text: "mine too", re: origin });
    expect((await client.next("ack")).seq).toBe(said.seq);
  });

  test("to a word of yesterday is said without", async () => {
    const clock = virtualClock("2026-03-01T22:59:30Z");
    await using room = await openRoom({ store, clock });
    const { client } = await join(room.wsUrl);
    const origin = await say(client, "before midnight");
    await clock.advanceTo(Date.parse("2026-03-01T23:00:00Z"));
    await client.next("cleared");
    expect((await reply(client, origin, "after it")).re).toBeUndefined();
  });
});
