/** From the spawn of the process to the first 200 of /health, in an empty folder. */

import { Server } from "../server.ts";
import { ROOM, type Subject } from "../subjects.ts";
import { atMost, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

export const START = "start ms";

export const coldStart: Scenario = {
  name: "cold-start",
  about: "From the spawn to the first 200 of /health, in an empty folder.",
  run: (bench) => bench.interleave("cold-start", [ROOM], (subject) => starts(subject, bench)),
  targets: (rows) => [atMost(250, "start to healthy, ms", figure(rows, ROOM, START))],
};

/** The median of some starts, and the slowest. */
export async function starts({ command }: Subject, bench: Bench): Promise<Figures> {
  const took: number[] = [];
  const times = bench.quick ? 1 : 5;
  for (let start = 0; start < times; start += 1) {
    await using server = await Server.start(command);
    took.push(server.startMs);
  }
  took.sort((a, b) => a - b);
  return {
    [START]: took[Math.floor(times / 2)] ?? Number.NaN,
    "slowest ms": took.at(-1) ?? Number.NaN,
  };
}
