/** The one table of kinds. Log, state, replay, wire and plain mode ask it. */
import type { z } from "zod";
import { banned } from "./banned.ts";
import { cleared } from "./cleared.ts";
import { deleted } from "./deleted.ts";
import { felt } from "./felt.ts";
import type { Kind, RoomState } from "./kind.ts";
import { message } from "./message.ts";
import { quiet } from "./quiet.ts";
import { removed } from "./removed.ts";
import { signInsEnded } from "./sign-ins-ended.ts";
import { signedOut } from "./signed-out.ts";
import { topic } from "./topic.ts";

/** What everyone is given. Their positions, with those of the others as `quiet`, have no gaps. */
const PUBLIC = { message, deleted, removed, cleared, topic, felt, quiet };
const KINDS = { ...PUBLIC, banned, signed_out: signedOut, sign_ins_ended: signInsEnded };

type Inferred<Table extends Record<string, { schema: z.ZodType }>> = {
  [Type in keyof Table]: z.infer<Table[Type]["schema"]>;
}[keyof Table];

export type LogEvent = Inferred<typeof PUBLIC>;
export type RoomEvent = Inferred<typeof KINDS>;

export const PUBLIC_SCHEMAS = [
  message.schema,
  deleted.schema,
  removed.schema,
  cleared.schema,
  topic.schema,
  felt.schema,
  quiet.schema,
] as const;

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
  return isPublic(event) ? event : { type: "quiet", seq: event.seq };
}

function isPublic(event: RoomEvent): event is LogEvent {
  return Object.hasOwn(PUBLIC, event.type);
}
