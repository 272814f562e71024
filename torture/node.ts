/**
 * The room's program with a clock that can be set: the milliseconds it is ahead are the first
 * argument if there is one, and each line on stdin sets them anew. Timers stay the system's.
 */
import { createInterface } from "node:readline";
import { readConfig } from "../src/config.ts";
import { systemClock } from "../src/process/clock.ts";
import { startApp } from "../src/server.ts";

let ahead = Number(process.argv[2] ?? 0);
const clock = { ...systemClock, now: () => systemClock.now() + ahead };
const app = await startApp(readConfig(process.env), { clock });

createInterface(process.stdin).on("line", (line) => {
  ahead = Number(line);
});
process.once("SIGTERM", async () => {
  await app.stop();
  process.exit(0);
});
