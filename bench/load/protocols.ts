/** How each server under test is spoken to. Everything else in the generator is the same for all. */

import { z } from "zod";

export const ProtocolName = z.enum(["v1", "v1.deflate", "plain", "socket.io", "history", "bare"]);
export type ProtocolName = z.infer<typeof ProtocolName>;

/** Where a reader looks: at the end of the log, further back, or away. */
export type At = "end" | "back" | "away";

export interface Protocol {
  readonly path: string;
  readonly subprotocol?: string;
  /** Sent as soon as the socket is open. */
  readonly greeting?: string;
  /** A joined client has seen a frame with this in it; without one, the open socket has joined. */
  readonly welcome?: string;
  /** What the server's frame asks the client to send back, if anything. */
  answer?(payload: string): string | undefined;
  say(id: number, text: string): string;
  /** Says where its reader looks; a protocol without it serves all alike. */
  look?(at: At): string;
  /** Many messages share a frame, and every client gets the same bytes. */
  readonly batched: boolean;
}

const v1: Protocol = {
  path: "/ws",
  subprotocol: "rageroom.v1",
  greeting: JSON.stringify({ type: "hello" }),
  welcome: '"type":"welcome"',
  say: (id, text) => JSON.stringify({ type: "say", ref: `bench-${id}`, text }),
  look: (at) => JSON.stringify({ type: "look", at }),
  batched: true,
};

export const PROTOCOLS: Record<ProtocolName, Protocol> = {
  v1,
  "v1.deflate": { ...v1, subprotocol: "rageroom.v1.deflate" },
  plain: {
    path: "/ws",
    say: (_id, text) => JSON.stringify({ user: "bench", text }),
    batched: false,
  },
  history: {
    path: "/ws",
    say: () => {
      throw new Error("Nobody speaks to the history.");
    },
    batched: true,
  },
  bare: {
    path: "/ws",
    say: () => {
      throw new Error("Nobody speaks to bare sends.");
    },
    batched: false,
  },
  "socket.io": {
    path: "/socket.io/?EIO=4&transport=websocket",
    welcome: '40{"sid"',
    answer: (payload) => (payload.startsWith("0") ? "40" : payload === "2" ? "3" : undefined),
    say: (_id, text) => `42${JSON.stringify(["say", { user: "bench", text }])}`,
    batched: false,
  },
};
