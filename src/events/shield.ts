/** The shield: while it is up, newcomers share less, and a new pass costs a proof of work. */
import { z } from "zod";
import { timestamp } from "../wire/values.ts";

/** Staff, or the room by itself. */
export const RaisedBy = z.enum(["staff", "room"]);
export type RaisedBy = z.infer<typeof RaisedBy>;

/** Both times in milliseconds since the epoch. */
export interface Shield {
  since: number;
  /** Never more than an hour after `since`, however often it is renewed. */
  until: number;
  raisedBy: RaisedBy;
}

const Down = z.object({ on: z.literal(false), until: z.null(), raised_by: z.null() });
const Up = z.object({
  on: z.literal(true),
  since: timestamp,
  until: timestamp,
  raised_by: RaisedBy,
});

/** As clients see it. */
export const ShieldView = z.discriminatedUnion("on", [Down, Up]);
export type ShieldView = z.infer<typeof ShieldView>;

export const SHIELD_DOWN: ShieldView = { on: false, until: null, raised_by: null };

export function viewOf(shield: Shield | null): ShieldView {
  if (shield === null) return SHIELD_DOWN;
  const { since, until, raisedBy } = shield;
  return { on: true, since: iso(since), until: iso(until), raised_by: raisedBy };
}

export function shieldOf(view: ShieldView): Shield | null {
  if (!view.on) return null;
  const { since, until, raised_by: raisedBy } = view;
  return { since: Date.parse(since), until: Date.parse(until), raisedBy };
}

const iso = (at: number) => new Date(at).toISOString();
