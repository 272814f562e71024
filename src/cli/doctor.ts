/** What is wrong with a room, before somebody asks; see HELP. */
import { type Config, ConfigError, readConfig } from "../config.ts";
import { type Env, readArguments } from "./arguments.ts";
import { checkAgreement } from "./doctor/agreement.ts";
import { lookAtRoom } from "./doctor/database.ts";
import { checkFiles } from "./doctor/files.ts";
import { checkMachine } from "./doctor/machine.ts";
import { checkOthers } from "./doctor/others.ts";
import { checkOutside } from "./doctor/outside.ts";
import { checkSettings } from "./doctor/settings.ts";
import { type Finding, fail, report } from "./findings.ts";

const HELP = `rage-room doctor [--url=URL]
Says, a line a check, what is well and what is wrong with the settings, the database of DATABASE_URL,
its files and this machine, and what to do. With the address that people use (--url=https://…) it asks
the room from outside too, through its proxy. It changes nothing and runs beside the room; give it the
room's environment. Where a check fails it ends with 1.`;

export async function doctor(args: readonly string[], env: Env): Promise<void> {
  const flags = { url: { type: "string" } } as const;
  const url = readArguments(args, { help: HELP, words: 0, flags }).value("url") ?? null;
  await report(look(env, url));
}

async function* look(env: Env, url: string | null): AsyncGenerator<Finding> {
  const config = yield* readSettings(env);
  if (config !== null) {
    yield* checkSettings(config);
    const room = await lookAtRoom(config);
    yield* room.findings;
    if (room.row !== null) yield* checkAgreement(config, room.row);
    yield* checkFiles(config, env);
    yield* checkOthers(config, room);
  }
  yield* checkMachine(config);
  if (config !== null && url !== null) yield* checkOutside(config, url);
}

/** Null where a variable is wrong. */
async function* readSettings(env: Env): AsyncGenerator<Finding, Config | null> {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const line of error.message.split("\n")) yield fail("settings", line);
    return null;
  }
}
