/** Frames over their limit, which are refused before anything else of them is looked at. */
import { type ActLimits, tooOften } from "../room/act-limits.ts";
import type { Meter } from "../room/meter.ts";
import type { Clock } from "../room/ports.ts";
import type { Refusal } from "../room/refusal.ts";
import type { ClientFrame, ServerEvent } from "../wire/frames.ts";
import { REF_CHARS } from "../wire/limits.ts";
import { answer } from "./answers.ts";
import { FRAME_LIMITS } from "./frame-limits.ts";
import { refusedEvent } from "./refused-event.ts";
import { end, type Socket, sourceOf } from "./session.ts";

/** A frame that is refused costs something too, so a client that does not stop is disconnected. */
const MOST_FRAMES = 200;
/** A socket is told of each act so often. What is sent to it costs more than what it sent. */
const TOLD_EVERY_MS = 1_000;

type Act = Exclude<ClientFrame["type"], "hello">;

interface Parts {
  limits: Pick<ActLimits, "wait" | "count">;
  clock: Pick<Clock, "now">;
  meter: Meter;
}

/** Those of `rageroom.v1`. */
export class Excess {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whether it was over its limit, and is dealt with. `frame`: any JSON. A message is always answered. */
  refuses(socket: Socket, frame: unknown): boolean {
    const act = actOf(frame);
    if (act === null) return false;
    const wait = this.#parts.limits.wait(act, FRAME_LIMITS[act], sourceOf(socket));
    if (wait === 0) return false;
    const ref = act === "say" ? refOf(frame) : null;
    if (counted(socket, this.#parts) && (ref !== null || isTime(socket, act, this.#parts))) {
      answer(socket, refused(wait, ref));
    }
    return true;
  }

  /** One that is taken. */
  count(socket: Socket, act: Act): void {
    this.#parts.limits.count(act, FRAME_LIMITS[act], sourceOf(socket));
  }

  /** A hello that is refused may be said again. */
  hello(socket: Socket, refusal: Refusal): void {
    if (counted(socket, this.#parts)) answer(socket, refusedEvent(refusal, undefined));
  }
}

/** Counts a frame over its limit. False where it was the last that the socket could send. */
export function counted(socket: Socket, { meter }: Pick<Parts, "meter">): boolean {
  meter.refused("rate_limited");
  if (++socket.data.excessFrames < MOST_FRAMES) return true;
  end(socket, "protocol_error");
  return false;
}

/** Whether the socket was not told just now that this act is over its limit. */
export function isTime({ data: session }: Socket, act: string, { clock }: Pick<Parts, "clock">) {
  const now = clock.now();
  session.toldExcess ??= new Map();
  const told = session.toldExcess.get(act) ?? Number.NEGATIVE_INFINITY;
  // A clock that was set back tells once more.
  if (told <= now && now < told + TOLD_EVERY_MS) return false;
  session.toldExcess.set(act, now);
  return true;
}

function refused(wait: number, ref: string | null): ServerEvent {
  return {
    type: "refused",
    ...(ref === null ? {} : { ref }),
    code: "rate_limited",
    detail: tooOften(wait),
    retry_after: wait,
  };
}

/** Null for what is no frame, and for a hello, which is counted for whoever says it. */
function actOf(frame: unknown): Act | null {
  if (typeof frame !== "object" || frame === null || !("type" in frame)) return null;
  return typeof frame.type === "string" && isAct(frame.type) ? frame.type : null;
}

function isAct(type: string): type is Act {
  return type !== "hello" && Object.hasOwn(FRAME_LIMITS, type);
}

function refOf(frame: unknown): string | null {
  if (typeof frame !== "object" || frame === null || !("ref" in frame)) return null;
  const { ref } = frame;
  return typeof ref === "string" && ref !== "" && ref.length <= REF_CHARS ? ref : null;
}
