/** The process: reads the environment, starts the room, leaves it well. */

import { InvalidSigningKey } from "./accounts/signing-key.ts";
import { type Config, ConfigError, readConfig } from "./config.ts";
import { forbidCoreDumps } from "./process/core-dumps.ts";
import { whenToldToEnd } from "./process/signals.ts";
import { type App, startApp } from "./server.ts";
import { UnusableDatabase } from "./store/database/database.ts";

if (!forbidCoreDumps()) say("A crash may leave a core dump here: nobody could forbid it.");
let app: App | null = null;
whenToldToEnd(leave, process.env["npm_lifecycle_event"] === "start");
app = await start(read());
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

function read(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return giveUp(`The room cannot start with these variables:\n${error.message}`);
  }
}

async function start(config: Config): Promise<App> {
  try {
    return await startApp(config);
  } catch (error) {
    if (error instanceof UnusableDatabase || error instanceof InvalidSigningKey) {
      return giveUp(error.message);
    }
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      return giveUp(
        `Port ${config.port} is in use. Set PORT to another, or stop what listens there.`,
      );
    }
    throw error;
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
