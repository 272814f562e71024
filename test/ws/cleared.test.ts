/** Who comes after the room was emptied is told that it was. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { emptyStore, openRoom, STORES } from "../harness/room.ts";
import { heard, join } from "./joining.ts";

setDefaultTimeout(TEST_MS);

describe.each(STORES)("a room that was emptied, on %s", (store) => {
  test("says so to who comes later, after a restart too; not once it is undone, and not of midnight", async () => {
    const { url: DATABASE_URL, remove } = await emptyStore(store);
    const clock = virtualClock("2026-03-01T12:00:00Z");
    const open = () => openRoom({ store, clock, env: { DATABASE_URL } });
    let room = await open();
    const token = await room.admin();
    const { client, welcome } = await join(room.wsUrl);
    expect(welcome.cleared).toBeUndefined();
    await heard(client, "gone in a moment");
    const clear = () => room.call("DELETE", "/api/admin/clear-messages", { token });
    const { undo } = await (await clear()).json();
    const { seq } = await client.next("cleared");
    expect((await join(room.wsUrl)).welcome.cleared).toBe(seq);
    const undone = await room.call("POST", "/api/mod/undo", { token, body: { act: undo } });
    expect(undone.status).toBe(200);
    await client.next("restored");
    expect((await join(room.wsUrl)).welcome.cleared).toBeUndefined();
    await room.stop();

    room = await open();
    expect((await join(room.wsUrl)).welcome.cleared).toBeUndefined();
    await clear();
    expect((await join(room.wsUrl)).welcome.cleared).toBeGreaterThan(seq);
    await room.stop();

    room = await open();
    const late = await join(room.wsUrl);
    expect(late.welcome.cleared).toBeGreaterThan(seq);
    await clock.advance(12 * 3_600_000);
    await late.client.next("cleared");
    expect((await join(room.wsUrl)).welcome.cleared).toBeUndefined();
    await room.stop();
    await remove();
  });
});
