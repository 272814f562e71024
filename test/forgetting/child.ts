/** The whole program of a folder, in a process of its own, on a clock that is told when it is midnight. */
import { join } from "node:path";
import { nextMidnight } from "../../src/room/day.ts";
import { virtualClock } from "../harness/clock.ts";

const [root = "", start = ""] = process.argv.slice(2);
const { startApp }: typeof import("../../src/server.ts") = await import(
  join(root, "src/server.ts")
);
const { readConfig }: typeof import("../../src/config.ts") = await import(
  join(root, "src/config.ts")
);

const config = readConfig(process.env);
const clock = virtualClock(start);
// Pages hold nothing that was said, and to bundle them is most of a start.
const pages = Promise.resolve({ respond: () => undefined });
const app = await startApp(config, { clock, pages });
process.send?.({ url: app.url.href });

process.on("message", async (command) => {
  if (command === "midnight") {
    const midnight = nextMidnight(clock.now(), config.timezone);
    // A day holds a quarter of a million timers, in which nothing is said.
    clock.sleepTo(midnight - 60_000);
    await clock.advanceTo(midnight);
    process.send?.({ done: command });
  } else if (command === "ten seconds") {
    await clock.advance(10_000);
    process.send?.({ done: command });
  } else {
    await app.stop();
    process.exit(0);
  }
});
// Whoever started it was killed.
process.on("disconnect", () => process.exit(1));
