import { expect, test } from "bun:test";
import fc from "fast-check";
import { TEST_MS } from "../harness/limits.ts";
import { openRoom } from "../harness/room.ts";
import { connect, connectPlain } from "../harness/sockets.ts";
import { heard, join, logged, range } from "./joining.ts";

const anything = fc.oneof(
  { maxDepth: 3 },
  fc.json(),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => new Uint8Array(bytes)),
  /** Nearly right, which goes deeper. */
  fc
    .record(
      {
        type: fc.constantFrom("hello", "say", "roll", "constructor"),
        ref: fc.oneof(fc.string({ maxLength: 70 }), fc.jsonValue()),
        text: fc.oneof(fc.string({ unit: "binary", maxLength: 600 }), fc.jsonValue()),
        user: fc.oneof(fc.string({ unit: "binary", maxLength: 80 }), fc.jsonValue()),
        token: fc.oneof(fc.string(), fc.jsonValue()),
        guest: fc.oneof(fc.string(), fc.jsonValue()),
        after: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
      },
      { requiredKeys: [] },
    )
    .map((frame) => JSON.stringify(frame)),
);

test(
  "whatever one socket sends, another's talk goes on, gapless and undisturbed",
  async () => {
    await using room = await openRoom({ env: { MESSAGES_PER_MINUTE: "100000" } });
    const { client: talker } = await join(room.wsUrl);
    const first = await heard(talker, "first");
    const frames = fc.array(anything, { minLength: 1, maxLength: 15 });
    const property = fc.asyncProperty(frames, fc.boolean(), async (batch, plain) => {
      const vandal = plain ? await connectPlain(room.wsUrl) : await connect(room.wsUrl);
      for (const frame of batch) vandal.sendRaw(frame);
      const seq = await heard(talker, "still talking");
      const places = logged(talker.events).map((event) => event.seq);
      // What the vandal got right may have been said since.
      expect(places).toEqual(range(first, Math.max(seq, ...places)));
      await vandal.close();
    });
    await fc.assert(property, { numRuns: 150 });
    const health = await (await room.call("GET", "/health")).json();
    expect(health).toMatchObject({ status: "healthy" });
  },
  TEST_MS,
);
