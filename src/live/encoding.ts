/** Encodes events for the sockets, once for everyone. */
import { deflateSync } from "node:zlib";
import type { RoomState } from "../events/kind.ts";
import { kindOf } from "../events/kinds.ts";
import type { LogEvent, ServerEvent } from "../wire/frames.ts";

/** The protocol of a socket, with its encoding. */
export type Mode = "plain" | "v1" | "deflate";

/** An array of events as one frame, encoded and deflated (zlib's form, RFC 1950) once for everyone. */
export class Frame {
  readonly #json: string;
  #deflated: Uint8Array | null = null;

  private constructor(json: string) {
    this.#json = json;
  }

  static of(events: readonly ServerEvent[]): Frame {
    return new Frame(JSON.stringify(events));
  }

  static joined(events: readonly Encoded[]): Frame {
    return new Frame(`[${events.map(({ v1 }) => v1).join(",")}]`);
  }

  in(mode: Exclude<Mode, "plain">): string | Uint8Array {
    if (mode === "v1") return this.#json;
    this.#deflated ??= deflateSync(this.#json);
    return this.#deflated;
  }
}

/** An event in the form of each mode. */
export interface Encoded {
  seq: number;
  v1: string;
  /** Null where plain mode has no form for it. */
  plain: string | null;
}

export function encode(event: LogEvent, before: RoomState, at: number): Encoded {
  const { seq } = event;
  return { seq, v1: JSON.stringify(event), plain: plainFrame(event, before, at) };
}

/** A notice in plain mode. */
export function systemFrame(text: string, at: number): string {
  return JSON.stringify({ user: "System", text, timestamp: new Date(at).toISOString() });
}

/** An event in plain mode; null for those it has no form for. */
export function plainFrame(event: LogEvent, before: RoomState, at: number): string | null {
  const line = kindOf(event).plain(event, before);
  if (line === null) return null;
  return typeof line === "string" ? systemFrame(line, at) : JSON.stringify(line);
}
