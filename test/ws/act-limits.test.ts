import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { FRAME_LIMITS } from "../../src/live/frame-limits.ts";
import type { ClientFrame } from "../../src/wire/frames.ts";
import { virtualClock } from "../harness/clock.ts";
import { openRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { join } from "./joining.ts";

setDefaultTimeout(30_000);

/** The clock stands still, so that no minute passes while a loop runs. */
const room = await openRoom({ clock: virtualClock("2026-03-01T12:00:00Z") });
afterAll(room.stop);

/** One more than the sender may do in a minute; hello is once for each socket and has its own test. */
const FRAMES: Record<Exclude<ClientFrame["type"], "hello">, ClientFrame> = {
  say: { type: "say", ref: "the same", text: "hello" },
  erase: { type: "erase", id: 1 },
  forget: { type: "forget" },
  felt: { type: "felt", id: 1 },
  roll: { type: "roll" },
};

test.each(Object.values(FRAMES))(
  "a sender that repeats $type in a loop is told to wait",
  async (frame) => {
    const { client } = await join(room.wsUrl);
    for (let sent = 0; sent <= FRAME_LIMITS[frame.type].sender; sent++) client.send(frame);
    const refused = await client.next("refused", ({ code, retry_after }) => {
      return code === "rate_limited" && retry_after !== undefined;
    });
    expect(refused.retry_after).toBeGreaterThan(0);
    await client.close();
  },
);

test("in plain mode too", async () => {
  const client = await connectPlain(room.wsUrl);
  for (let sent = 0; sent <= FRAME_LIMITS.say.sender; sent++) client.send({ text: "x" });
  await client.next(({ user, text }) => user === "System" && text.includes("too often"));
  await client.close();
});
