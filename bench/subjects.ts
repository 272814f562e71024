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

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The room itself, with limits that the load does not reach. */
export function room(env: Readonly<Record<string, string>> = {}): Command {
  return {
    argv: [process.execPath, path("../src/main.ts")],
    env: {
      MESSAGES_PER_MINUTE: "1000000",
      MAX_CONNECTIONS: "20000",
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

/** Renders the history anew for each client, in a frame a message as rooms of this kind do. */
export const HISTORY: Subject = {
  name: "History a client",
  protocol: "history",
  command: { argv: [process.execPath, path("peers/history.ts"), "each"] },
  stores: false,
};
/** The same in one frame: the best that can be said of it. */
export const HISTORY_IN_ONE: Subject = {
  ...HISTORY,
  name: "History a client, one frame",
  command: { argv: [process.execPath, path("peers/history.ts"), "one"] },
};

export const PEERS: readonly Subject[] = [
  {
    name: "Socket.IO",
    protocol: "socket.io",
    command: { argv: ["node", path("peers/socket-io.mjs")] },
    stores: false,
  },
  {
    name: "ws",
    protocol: "plain",
    command: { argv: ["node", path("peers/ws.mjs")] },
    stores: false,
  },
  {
    name: "Bun publish",
    protocol: "plain",
    command: { argv: [process.execPath, path("peers/bun-publish.ts")] },
    stores: false,
  },
];
