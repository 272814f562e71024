/** What an account that staff muted or banned is told by the calls. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { problemOf } from "./problem.ts";

setDefaultTimeout(TEST_MS);

describe.each(STORES)("an account, on %s", (store) => {
  test("that is muted or banned is told until when and why, with the right password or a token alone", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const token = await room.admin();
    const ann = await room.member("ann");
    const sanction = async (kind: string, more: object) => {
      const body = { kind, user_id: ann.id, ...more };
      const answer = await room.call("POST", "/api/mod/sanctions", { token, body });
      return (await answer.json()).id;
    };
    const me = () => room.call("GET", "/api/auth/me", { token: ann.token });
    const signIn = (password: string) =>
      room.call("POST", "/api/auth/login", { body: { email: ann.email, password } });
    const until = "2026-03-01T11:10:00.000Z";
    expect(await (await me()).json()).not.toHaveProperty("muted");
    const mute = await sanction("mute", { minutes: 10, reason: "shouting" });
    expect(await (await me()).json()).toMatchObject({ muted: { until, reason: "shouting" } });
    await room.call("DELETE", `/api/mod/sanctions/${mute}`, { token });
    expect(await (await me()).json()).not.toHaveProperty("muted");

    const ban = await sanction("ban", { minutes: 10, reason: "a raid" });
    for (const answer of [await me(), await signIn(ann.password)]) {
      const problem = await answer.clone().json();
      await problemOf(answer, 403, "banned");
      expect(problem).toMatchObject({ until, reason: "a raid" });
    }
    const wrong = await (await signIn("not the password of ann")).json();
    expect(wrong).not.toHaveProperty("until");
    expect(JSON.stringify(wrong)).not.toContain("a raid");
    await room.call("DELETE", `/api/mod/sanctions/${ban}`, { token });

    await sanction("ban", {});
    const open = await (await signIn(ann.password)).json();
    expect(open.until).toBeNull();
    expect(open).not.toHaveProperty("reason");
  });
});
