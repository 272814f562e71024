import type { ClientFrame, ServerEvent } from "../src/wire/frames.ts";

/** The subprotocols offered, best first; deflated frames only where they can be read. */
export const SUBPROTOCOLS =
  "DecompressionStream" in globalThis ? ["rageroom.v1.deflate", "rageroom.v1"] : ["rageroom.v1"];

export function encode(frame: ClientFrame): string {
  return JSON.stringify(frame);
}

/** The events of one frame, or undefined for what no server of ours sends. Never rejects. */
export async function decode(data: unknown): Promise<ServerEvent[] | undefined> {
  try {
    const text = data instanceof ArrayBuffer ? await inflate(data) : data;
    const events: ServerEvent[] = typeof text === "string" ? JSON.parse(text) : undefined;
    return Array.isArray(events) && events.every(isEvent) ? events : undefined;
  } catch {
    return undefined;
  }
}

const isEvent = (event: ServerEvent | null) => typeof event?.type === "string";

/** A `Blob` would do, and costs the page ten times as much: in a busy room that is a tenth of its work. */
async function inflate(bytes: ArrayBuffer): Promise<string> {
  const inflated = new Response(bytes).body?.pipeThrough(new DecompressionStream("deflate"));
  return await new Response(inflated).text();
}
