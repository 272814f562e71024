/** The room's program; at each line on stdin it collects what is not used, and says on stderr what is left. */
import { heapStats } from "bun:jsc";
import { createInterface } from "node:readline";
import { readConfig } from "../src/config.ts";
import { startApp } from "../src/server.ts";

const app = await startApp(readConfig(process.env));

createInterface(process.stdin).on("line", () => {
  Bun.gc(true);
  const { heapSize, objectCount } = heapStats();
  console.error(JSON.stringify({ heapSize, objectCount }));
});
process.once("SIGTERM", async () => {
  await app.stop();
  process.exit(0);
});
