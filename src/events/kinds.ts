/** The one table of kinds. Log, state, replay, wire and plain mode ask it. */
import type { z } from "zod";
import { cleared } from "./cleared.ts";
import { deleted } from "./deleted.ts";
import { felt } from "./felt.ts";
import type { Kind, RoomState } from "./kind.ts";
import { lifted } from "./lifted.ts";
import { type FirstMessage, message, saidEvent } from "./message.ts";
import { mode } from "./mode.ts";
import { quiet } from "./quiet.ts";
import { removed } from "./removed.ts";
import { reportCount } from "./report-count.ts";
import { restored } from "./restored.ts";
import { sanctioned } from "./sanctioned.ts";
import { signInsEnded } from "./sign-ins-ended.ts";
import { signedOut } from "./signed-out.ts";
import { topic } from "./topic.ts";
import { zone } from "./zone.ts";

const KINDS = {
  message,
  deleted,
  removed,
  restored,
  cleared,
  topic,
  mode,
  felt,
  quiet,
  sanctioned,
  lifted,
  report_count: reportCount,
  signed_out: signedOut,
  sign_ins_ended: signInsEnded,
  zone,
};

type AnyKind = (typeof KINDS)[keyof typeof KINDS];
type PublicKind = Extract<AnyKind, { audience: "everyone" }>;

export type RoomEvent = z.infer<AnyKind["schema"]> | FirstMessage;
/** What everyone is given. Their positions, with those of the others as `quiet`, have no gaps. */
export type LogEvent = z.infer<PublicKind["schema"]>;

export const PUBLIC_SCHEMAS = Object.values(KINDS).flatMap((kind) =>
  kind.audience === "everyone" ? [kind.schema.describe(kind.means)] : [],
);

/** The kind of an event, ready to be handed that event. */
export function kindOf({ type }: RoomEvent): Kind<RoomEvent> {
  return KINDS[type];
}

/** The kind stored under this name; `quiet` for one that only a newer program knows. */
export function storedKind(name: string): { type: string; kind: Kind<RoomEvent> } {
  const known = Object.entries(KINDS).find(([type]) => type === name);
  return known ? { type: name, kind: known[1] } : { type: "quiet", kind: quiet };
}

/** The room after one more event. */
export function advance(state: RoomState, event: RoomEvent): RoomState {
  return { ...kindOf(event).state(state, event), seq: event.seq };
}

/** What everyone may know of an event. */
export function publicView(event: RoomEvent): LogEvent {
  if (event.type === "message") return saidEvent(event);
  return isLogEvent(event) ? event : { type: "quiet", seq: event.seq };
}

const PUBLIC_TYPES = new Set<string>(PUBLIC_SCHEMAS.map(({ shape }) => shape.type.value));

/** Whether it has a position of the log that everyone sees, and is no answer to one client. */
export function isLogEvent(event: { type: string }): event is LogEvent {
  return PUBLIC_TYPES.has(event.type);
}
