import type { ClientFrame, ServerEvent } from "../../src/protocol.ts";

/** The subprotocols offered, best first. */
export const SUBPROTOCOLS = ["rageroom.v1"];

export function encode(frame: ClientFrame): string {
  return JSON.stringify(frame);
}

/** The events of one frame, or undefined for what no server of ours sends. */
export function decode(data: unknown): ServerEvent[] | undefined {
  if (typeof data !== "string") return undefined;
  try {
    const events: ServerEvent[] = JSON.parse(data);
    return Array.isArray(events) ? events : undefined;
  } catch {
    return undefined;
  }
}
