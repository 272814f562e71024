/** Midnight in the middle of the talk, on nodes whose clocks disagree. */
import { nextMidnight } from "../../src/room/day.ts";
import { NOON_ZONE } from "../../test/harness/noon-zone.ts";
import { WITH_CLOCK } from "../node-process.ts";
import { type Fault, some } from "./fault.ts";

const SKEWS_MS = [0, 1_500, -2_000];
const BEFORE_MS = 2_500;
/** Until the slowest clock has passed it too. */
const AROUND_MS = 6_000;
const DAY_MS = 86_400_000;

export const midnight: Fault = {
  name: "midnight, on clocks that differ",
  stores: ["sqlite", "postgres"],
  times: ({ kills }) => some(kills, 0.025),
  entry: WITH_CLOCK,
  skewsMs: SKEWS_MS,
  async strike(cluster, at) {
    const now = Date.now();
    const ahead = nextMidnight(now, NOON_ZONE) + at * DAY_MS - BEFORE_MS - now;
    const told = cluster.nodes.map((node, index) => node.tell(`${ahead + (SKEWS_MS[index] ?? 0)}`));
    await Promise.all(told);
    const before = (await cluster.stored()).day;
    await Bun.sleep(AROUND_MS);
    const over = performance.now();
    await cluster.healthy();
    await cluster.stores();
    const { day } = await cluster.stored();
    if (day <= before) throw new Error(`Midnight came and it is still ${day}.`);
    return performance.now() - over;
  },
};
