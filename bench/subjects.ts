import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ProtocolName } from "./load/protocols.ts";
import type { Command } from "./server.ts";

/** A server under test: how it starts and what it speaks. */
export interface Subject {
  readonly name: string;
  readonly protocol: ProtocolName;
  readonly command: Command;
  /** Whether a message is committed before anyone sees it. */
  readonly stores: boolean;
}

/** Throws for a file that is not there: a benchmark finds out an hour late that a rename passed it by. */
function path(file: string): string {
  const found = fileURLToPath(new URL(file, import.meta.url));
  if (!existsSync(found)) throw new Error(`${found} is not there.`);
  return found;
}

/** The room itself, with limits that the load does not reach. */
export function room(env: Readonly<Record<string, string>> = {}): Command {
  return {
    argv: [process.execPath, path("../src/main.ts")],
    env: {
      MESSAGES_PER_MINUTE: "1000000",
      MAX_CONNECTIONS: "20000",
      TRUSTED_PROXIES: "127.0.0.1",
      LOG_LEVEL: "warn",
      TIMEZONE: "UTC",
      ...env,
    },
  };
}

export const ROOM: Subject = {
  name: "Rage Room",
  protocol: "v1",
  command: room(),
  stores: true,
};
export const ROOM_DEFLATED: Subject = {
  ...ROOM,
  name: "Rage Room, deflated",
  protocol: "v1.deflate",
};
export const ROOM_PLAIN: Subject = { ...ROOM, name: "Rage Room, plain mode", protocol: "plain" };

/** No server of a room: what sending costs without one. */
export const BARE_SENDS: Subject = {
  name: "Bare sends",
  protocol: "bare",
  command: { argv: [process.execPath, path("competitors/bare-sends.ts")] },
  stores: false,
};

/** The last messages of a page. */
export const BACKLOG = 300;
export const DAY = 5_000;

/** Renders the day anew for each client, in a frame a message: what the program before this one did. */
export const WHOLE_DAY: Subject = history("The day a client", "each", DAY);
/** Renders no more of it than a page holds. */
export const LAST_MESSAGES: Subject = history("Last 300 a client", "each", BACKLOG);
/** The same in one frame: the best that can be said of it. */
export const LAST_IN_ONE: Subject = history("Last 300 a client, one frame", "one", BACKLOG);

function history(name: string, form: "each" | "one", messages: number): Subject {
  const argv = [process.execPath, path("competitors/history.ts"), form, String(messages)];
  return { name, protocol: "history", command: { argv }, stores: false };
}

export const PEERS: readonly Subject[] = [
  {
    name: "Socket.IO",
    protocol: "socket.io",
    command: { argv: ["node", path("competitors/socket-io.mjs")] },
    stores: false,
  },
  {
    name: "ws",
    protocol: "plain",
    command: { argv: ["node", path("competitors/ws.mjs")] },
    stores: false,
  },
  {
    name: "Bun publish",
    protocol: "plain",
    command: { argv: [process.execPath, path("competitors/bun-publish.ts")] },
    stores: false,
  },
];
