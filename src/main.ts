/** The process: reads the environment, starts the room, leaves it well. */

import { type Config, readConfig } from "./config.ts";
import { forbidCoreDumps } from "./process/core-dumps.ts";
import { whenToldToEnd } from "./process/signals.ts";
import { type App, startApp } from "./server.ts";
import { startFailure } from "./start-failure.ts";

// Whatever the room makes is its owner's alone.
process.umask(0o077);
if (!forbidCoreDumps()) say("A crash may leave a core dump here: nobody could forbid it.");
let app: App | null = null;
whenToldToEnd(leave, process.env["npm_lifecycle_event"] === "start");
app = await start();
say(`Rage Room is open at ${app.url}`);
if (app.setupUrl) say(`Make the first admin within the hour: ${app.setupUrl}`);

/** Before it is open nobody has said anything, and the store is safe however the process ends. */
async function leave(): Promise<void> {
  try {
    await app?.stop();
    process.exit(0);
  } catch (error) {
    giveUp(`The room did not close well: ${error instanceof Error ? error.message : error}`);
  }
}

async function start(): Promise<App> {
  let config: Config | null = null;
  try {
    config = readConfig(process.env);
    return await startApp(config);
  } catch (error) {
    const sentence = startFailure(error, config);
    if (sentence === null) throw error;
    return giveUp(sentence);
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
