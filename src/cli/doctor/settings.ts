import type { Config } from "../../config.ts";
import { nameOf } from "../../store/database/open-room.ts";
import { type Finding, ok, warn } from "../findings.ts";

/** What every variable is taken for. */
export async function* checkSettings(config: Config): AsyncGenerator<Finding> {
  const { database, host, port, logLevel, doubts } = config;
  yield ok("settings", `every variable is accepted; the room is in ${nameOf(database)}`);
  for (const doubt of doubts) yield warn("settings", doubt);
  yield ok("address", `HOST ${host}, PORT ${port}`);
  if (database.dayKey === null) {
    yield warn(
      "sealing",
      "DAY_KEY_FILE=none stores what is said in the clear: every copy of the database can be read.",
    );
  }
  yield logging(logLevel);
}

function logging(level: Config["logLevel"]): Finding {
  if (level === "debug") {
    return warn("log", "LOG_LEVEL=debug logs every call. Use info unless you look for something.");
  }
  if (level === "silent" || level === "error" || level === "fatal") {
    return warn("log", `LOG_LEVEL=${level} hides warnings and refused sign-ins. Use info or warn.`);
  }
  return ok("log", `LOG_LEVEL=${level}`);
}
