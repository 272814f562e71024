import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { wrongFields } from "../http/problem.ts";
import { join, refusal, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const shield = { on: false, until: null, raised_by: null } as const;

describe.each(STORES)("slow mode, on %s", (store) => {
  test("makes everybody but staff wait between two messages, says for how long, and ends", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const token = await room.admin();
    const set = (slow_seconds: unknown) =>
      room.call("PUT", "/api/mod/mode", { token, body: { slow_seconds } });
    const { client, welcome } = await join(room.wsUrl);
    expect(welcome.mode).toEqual({ slow_seconds: 0, shield });
    const { client: admin } = await join(room.wsUrl, { token });
    await say(client, "before");
    expect(await (await set(10)).json()).toEqual({ slow_seconds: 10, shield });
    expect(await client.next("mode")).toMatchObject({ slow_seconds: 10, shield });
    expect(await refusal(client, "at once")).toMatchObject({ code: "slow_mode", retry_after: 10 });
    await clock.advance(4_000);
    expect(await refusal(client, "still")).toMatchObject({ code: "slow_mode", retry_after: 6 });
    await clock.advance(6_000);
    await say(client, "now");
    await say(admin, "staff");
    await say(admin, "do not wait");
    const { client: two, welcome: late } = await join(room.wsUrl);
    expect(late.mode).toEqual({ slow_seconds: 10, shield });
    two.send({ type: "say", ref: "a", text: "both in one" });
    two.send({ type: "say", ref: "b", text: "commit" });
    expect(await two.next("refused")).toMatchObject({ ref: "b", code: "slow_mode" });
    await set(0);
    expect(await client.next("mode")).toMatchObject({ slow_seconds: 0 });
    await say(client, "as fast");
    await say(client, "as I like");
    const now = await room.call("GET", "/api/mod/mode", { token });
    expect(await now.json()).toEqual({ slow_seconds: 0, shield });
    await wrongFields(await set(7), "slow_seconds");
  });
});
