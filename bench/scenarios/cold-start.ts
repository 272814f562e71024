/** From the spawn of the process to the first 200 of /health, in an empty folder. */

import { Server } from "../server.ts";
import { ROOM } from "../subjects.ts";
import { atMost, figure, type Scenario } from "./scenario.ts";

const START = "start ms";

export const coldStart: Scenario = {
  name: "cold-start",
  about: "From the spawn to the first 200 of /health, in an empty folder.",
  run: (bench) =>
    bench.interleave("cold-start", [ROOM], async () => {
      const starts: number[] = [];
      const times = bench.quick ? 1 : 5;
      for (let start = 0; start < times; start += 1) {
        await using server = await Server.start(ROOM.command);
        starts.push(server.startMs);
      }
      starts.sort((a, b) => a - b);
      return {
        [START]: starts[Math.floor(times / 2)] ?? Number.NaN,
        "slowest ms": starts.at(-1) ?? Number.NaN,
      };
    }),
  targets: (rows) => [atMost(250, "start to healthy, ms", figure(rows, ROOM, START))],
};
