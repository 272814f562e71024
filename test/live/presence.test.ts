import { expect, test } from "bun:test";
import { Presence } from "../../src/live/presence.ts";
import type { Nodes } from "../../src/room/ports.ts";
import { virtualClock } from "../harness/clock.ts";
import { keptLog } from "../harness/room.ts";

test("the other nodes are asked once at a time, however long they take and whoever comes meanwhile", async () => {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  const asked: PromiseWithResolvers<number>[] = [];
  const nodes: Nodes = {
    report() {
      const answer = Promise.withResolvers<number>();
      asked.push(answer);
      return answer.promise;
    },
    time: async () => clock.now(),
    others: async () => [],
    leave: async () => undefined,
  };
  const told: number[] = [];
  const presence = new Presence(clock, keptLog().logger, nodes, (count) => told.push(count));
  await clock.advance(1_000);
  for (const here of [1, 2, 3]) {
    presence.changed(here);
    await clock.advance(1_000);
  }
  expect(asked).toHaveLength(1);
  asked[0]?.resolve(4);
  await clock.advance(1_000);
  expect(told).toEqual([7]);
  expect(asked).toHaveLength(2);
  await presence.leave();
});
