import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom, STORES } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { wrongFields } from "../http/problem.ts";
import { join, refusal, say } from "./joining.ts";

setDefaultTimeout(TEST_MS);

const down = { on: false, until: null, raised_by: null } as const;

describe.each(STORES)("the shield, on %s", (store) => {
  test("is raised and ended by one call of staff, told to everybody both times, and ends by itself", async () => {
    const clock = virtualClock("2026-03-01T11:00:00Z");
    await using room = await openRoom({ store, clock });
    const token = await room.admin();
    const set = async (body: object) => {
      const answer = await room.call("PUT", "/api/mod/mode", { token, body });
      return answer.json();
    };
    const get = async () => (await room.call("GET", "/api/mod/mode", { token })).json();
    const { client, welcome } = await join(room.wsUrl);
    expect(welcome.mode).toEqual({ slow_seconds: 0, shield: down });
    await using plain = await connectPlain(room.wsUrl);

    const up = { on: true, until: "2026-03-01T12:10:00.000+01:00", raised_by: "staff" };
    expect(await set({ shield_minutes: 10 })).toEqual({ slow_seconds: 0, shield: up });
    const told = {
      on: true as const,
      since: "2026-03-01T11:00:00.000Z",
      until: "2026-03-01T11:10:00.000Z",
      raised_by: "staff" as const,
    };
    expect(await client.next("mode")).toMatchObject({ slow_seconds: 0, shield: told });
    expect(await plain.next()).toMatchObject({
      user: "System",
      text: "The shield is up until 11:10 UTC: newcomers wait, everybody reads.",
    });
    expect(await get()).toEqual({ slow_seconds: 0, shield: up });
    expect((await join(room.wsUrl)).welcome.mode).toEqual({ slow_seconds: 0, shield: told });

    expect(await set({ slow_seconds: 3 })).toEqual({ slow_seconds: 3, shield: up });
    expect(await plain.next()).toMatchObject({ text: "Slow mode: one message every 3 seconds." });
    await set({ slow_seconds: 0 });
    expect(await plain.next()).toMatchObject({ text: "Slow mode is over." });

    await clock.advance(10 * 60_000);
    expect(await client.next("mode", ({ shield }) => !shield.on)).toMatchObject({ shield: down });
    expect(await plain.next()).toMatchObject({
      text: "The shield is down: newcomers may speak again.",
    });
    await set({ shield_minutes: 60 });
    await client.next("mode", ({ shield }) => shield.on);
    expect(await set({ shield_minutes: 0 })).toEqual({ slow_seconds: 0, shield: down });
    await client.next("mode", ({ shield }) => !shield.on);
    const wrong = { token, body: { shield_minutes: 61 } };
    await wrongFields(await room.call("PUT", "/api/mod/mode", wrong), "shield_minutes");
  });

  test("under a shield right after midnight who was there before it speaks, and who comes then reads", async () => {
    const clock = virtualClock("2026-03-01T22:50:00Z");
    await using room = await openRoom({ store, clock });
    const { client } = await join(room.wsUrl);
    await clock.advanceTo(Date.parse("2026-03-01T23:00:01Z"));
    await client.next("cleared");
    const body = { shield_minutes: 10 };
    await room.call("PUT", "/api/mod/mode", { token: await room.admin(), body });
    await say(client, "and a good new day to everybody");
    const { client: newcomer } = await join(room.wsUrl);
    expect(await refusal(newcomer, "hello")).toMatchObject({ code: "proof_required" });
  });
});
