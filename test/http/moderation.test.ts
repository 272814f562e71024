import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { z } from "zod";
import { AuditAct, Removed } from "../../src/wire/http.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, STORES, type TestRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { problemOf } from "./problem.ts";

setDefaultTimeout(TEST_MS);

const CALLS = [
  ["DELETE", "/api/mod/messages/1"],
  ["DELETE", "/api/mod/messages/x/sender"],
  ["POST", "/api/mod/undo"],
  ["GET", "/api/mod/audit?limit=x"],
] as const;

/** Somebody who is a moderator by word of the admin. */
async function moderator(room: TestRoom, name: string) {
  const member = await room.member(name);
  const token = await room.admin();
  const body = { user_id: member.id, moderator: true };
  const made = await room.call("POST", "/api/admin/user/role", { token, body });
  expect(await made.json()).toEqual({ message: `${name} is now a moderator` });
  return member;
}

/** Says some texts as one sender, and returns their ids. */
async function said(room: TestRoom, hello: object, ...texts: string[]): Promise<number[]> {
  await using client = await connect(room.wsUrl);
  client.send({ type: "hello", ...hello });
  await client.next("welcome");
  const ids: number[] = [];
  for (const text of texts) {
    client.send({ type: "say", ref: text, text });
    ids.push((await client.next("ack")).seq);
  }
  return ids;
}

const texts = async (room: TestRoom) => {
  const { messages } = await (await room.call("GET", "/api/messages")).json();
  return messages.map(({ text }: { text: string }) => text);
};

const acts = async (room: TestRoom, token: string, query = "") =>
  z
    .array(AuditAct.strict())
    .parse(await (await room.call("GET", `/api/mod/audit${query}`, { token })).json());

describe.each(STORES)("on %s", (store) => {
  test("what staff may call wants a token of theirs, before anything else is looked at", async () => {
    await using room = await openRoom({ store });
    const { token } = await room.member("ann");
    for (const [method, path] of CALLS) {
      await problemOf(await room.call(method, path), 401, "not_signed_in");
      await problemOf(await room.call(method, path, { token }), 403, "not_staff");
    }
  });

  test("a moderator calls what is for staff and nothing that is for admins, until they are none", async () => {
    await using room = await openRoom({ store });
    const { id, token } = await moderator(room, "moe");
    expect((await room.call("GET", "/api/mod/audit", { token })).status).toBe(200);
    await problemOf(await room.call("GET", "/api/admin/stats", { token }), 403, "not_admin");
    const body = { user_id: id, moderator: false };
    await room.call("POST", "/api/admin/user/role", { token: await room.admin(), body });
    await problemOf(await room.call("GET", "/api/mod/audit", { token }), 401, "not_signed_in");
  });

  test("all that the sender of a message said today goes at once, and comes back at once", async () => {
    await using room = await openRoom({ store });
    const { token } = await moderator(room, "moe");
    const other = await said(room, {}, "kept");
    const [, second] = await said(room, {}, "one", "two", "three");
    const gone = await room.call("DELETE", `/api/mod/messages/${second}/sender`, { token });
    const { removed, undo } = Removed.parse(await gone.json());
    expect(removed).toBe(3);
    expect(await texts(room)).toEqual(["kept"]);
    const back = await room.call("POST", "/api/mod/undo", { token, body: { act: undo } });
    expect(await back.json()).toEqual({ message: "Brought back 3 messages" });
    expect(await texts(room)).toEqual(["kept", "one", "two", "three"]);
    await room.call("DELETE", `/api/mod/messages/${other[0]}`, { token });
    expect(await texts(room)).toEqual(["one", "two", "three"]);
    const missing = room.call("DELETE", "/api/mod/messages/999/sender", { token });
    await problemOf(await missing, 404, "not_found");
  });

  test("nobody takes away all that an admin said, and only an admin what a moderator did", async () => {
    await using room = await openRoom({ store });
    const admin = await room.admin();
    const mo = await moderator(room, "moe");
    const max = await moderator(room, "max");
    const [byAdmin] = await said(room, { token: admin }, "from the admin");
    const [byMax] = await said(room, { token: max.token }, "from max");
    const erase = (id: number | undefined, token: string) =>
      room.call("DELETE", `/api/mod/messages/${id}/sender`, { token });
    await problemOf(await erase(byAdmin, mo.token), 403, "admin_protected");
    await problemOf(await erase(byAdmin, admin), 403, "admin_protected");
    await problemOf(await erase(byMax, mo.token), 403, "admin_protected");
    expect((await erase(byMax, admin)).status).toBe(200);
  });

  test("every act of staff is kept with who, what, to which id and when, and no text or guest's name", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const admin = await room.admin();
    const mo = await moderator(room, "moe");
    const ann = await room.member("ann");
    const [one, two] = await said(room, {}, "a hush", "another hush");
    await room.call("DELETE", `/api/mod/messages/${one}`, { token: mo.token });
    await room.call("DELETE", `/api/mod/messages/${two}/sender`, { token: mo.token });
    await room.call("POST", "/api/admin/user/ban", { token: admin, body: { user_id: ann.id } });
    await room.call("POST", "/api/admin/topic", { token: admin, body: { topic: "hush" } });
    await room.call("DELETE", "/api/admin/clear-messages", { token: admin });
    const all = await acts(room, mo.token);
    const at = "2026-03-01T12:00:00.000+01:00";
    const by = { at, until: null, reason: null };
    const root = { id: 1, name: "admin" };
    const moderating = { id: mo.id, name: "moe" };
    expect(all.map(({ id, ...act }) => act)).toEqual([
      { ...by, actor: root, act: "cleared", target: { kind: "room", id: null } },
      { ...by, actor: root, act: "topic_set", target: { kind: "room", id: null } },
      { ...by, actor: root, act: "banned", target: { kind: "account", id: ann.id } },
      { ...by, actor: moderating, act: "sender_erased", target: { kind: "message", id: two ?? 0 } },
      {
        ...by,
        actor: moderating,
        act: "message_erased",
        target: { kind: "message", id: one ?? 0 },
      },
      { ...by, actor: root, act: "moderator_made", target: { kind: "account", id: mo.id } },
    ]);
    const [, second, third] = all;
    const page = await acts(room, mo.token, `?before=${second?.id}&limit=1`);
    expect(page).toEqual(third ? [third] : []);
    const refused = { token: mo.token };
    await room.call("DELETE", "/api/mod/messages/999", refused);
    expect(await acts(room, mo.token)).toEqual(all);
  });
});
