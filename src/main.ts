/** The process: reads the environment, starts the room, leaves it well. */

import { version } from "../package.json";
import { type Config, readConfig } from "./config.ts";
import { forbidCoreDumps } from "./process/core-dumps.ts";
import { openLog } from "./process/log.ts";
import { serviceOf } from "./process/service.ts";
import { whenToldToEnd } from "./process/signals.ts";
import { type App, startApp } from "./server.ts";
import { startFailure } from "./start-failure.ts";

if (import.meta.main && process.argv.length > 2) {
  process.stderr.write(
    "It takes no words: variables set the room up, see docs/configuration.md, and “npx bun src/cli.ts help” names the verbs.\n",
  );
  process.exit(2);
}
// Whatever the room makes is its owner's alone.
process.umask(0o077);
const noCoreDumps = forbidCoreDumps();
const service = serviceOf(process.env);
const SETUP_LINK_SAID =
  "There is no admin yet. The link that makes the first one is on standard error.";
let logger = openLog("info");
let app: App | null = null;
whenToldToEnd(leave, process.env["npm_lifecycle_event"] === "start");
app = await start();

/** Before it is open nobody has said anything, and the store is safe however the process ends. */
async function leave(): Promise<void> {
  service.stopping();
  try {
    await app?.stop();
    logger.info({ event: "stop" }, "Rage Room has ended.");
    process.exit(0);
  } catch (error) {
    giveUp(
      "stop_failed",
      `The room did not close well: ${error instanceof Error ? error.message : error}`,
    );
  }
}

async function start(): Promise<App> {
  let config: Config | null = null;
  try {
    config = readConfig(process.env);
    logger = openLog(config.logLevel);
    for (const doubt of config.doubts) logger.warn({}, doubt);
    // Bun says there, again and again, that it does not reach PostgreSQL; the room says so once.
    console.warn = (...said) => logger.debug({}, said.join(" "));
    if (!noCoreDumps) logger.warn({}, "A crash may leave a core dump: nobody could forbid it.");
    const app = await startApp(config, { logger });
    await announce(app, config);
    service.ready();
    // An executable compiles nothing while it starts: most of what runs then runs once.
    Bun.unsafe.setJITPolicy(1);
    return app;
  } catch (error) {
    const sentence = startFailure(error, config);
    if (sentence === null) throw error;
    return giveUp("start_refused", sentence);
  }
}

/**
 * Where it is and how the first admin is made is said at every level but `silent`. After an
 * address comes a space, for those who look for one in the line.
 */
async function announce(app: App, config: Config): Promise<void> {
  const said = openLog(config.logLevel === "silent" ? "silent" : "info");
  const { url, setupUrl, timezone, metricsUrl } = app;
  const { dialect: database } = config.database;
  const metrics = metricsUrl?.href;
  said.info(
    { event: "start", version, database, timezone, metrics },
    `Rage Room is open at ${url} and takes messages.`,
  );
  if (setupUrl === null || config.logLevel === "silent") return;
  const sentence = `Open ${setupUrl} within the hour to make the first admin.`;
  if (process.stdout.isTTY) said.warn({ event: "setup_link" }, sentence);
  else {
    // Standard output is kept as a log there, and whoever reads it could make themselves the admin.
    said.warn({ event: "setup_link" }, SETUP_LINK_SAID);
    process.stderr.write(`${sentence}\n`);
  }
}

/** For a person on standard error, and as a line of the log where that goes elsewhere. */
function giveUp(event: string, sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  if (!process.stdout.isTTY) logger.fatal({ event }, sentence);
  process.exit(1);
}
