import type { Command } from "../../bench/server.ts";

/** What a room is held against: see `bare.ts`. */
export const BARE: Command = {
  argv: [process.execPath, new URL("./bare.ts", import.meta.url).pathname],
};
