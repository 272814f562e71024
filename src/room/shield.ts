import type { RoomState } from "../events/kind.ts";
import type { Shield } from "../events/shield.ts";
import { SHIELD_MOST_MINUTES } from "../wire/limits.ts";
import { Refusal } from "./refusal.ts";

export type { Shield };

const MINUTE_MS = 60_000;
/** The room renews by so much at least: everyone is told each time. */
const RENEWED_MS = MINUTE_MS;

/** The shield as it is at a time: one whose time is over is down, even before a node has ended it. */
export function shieldAt({ shield }: Pick<Readonly<RoomState>, "shield">, at: number) {
  return isUp(shield, at) ? shield : null;
}

export function isUp(shield: Shield | null, at: number): shield is Shield {
  return shield !== null && shield.until > at;
}

/** Raised or renewed for so many minutes from now, and an hour at most since it was raised. */
export function raisedBy(
  who: Shield["raisedBy"],
  before: Shield | null,
  minutes: number,
  at: number,
) {
  const wanted = at + minutes * MINUTE_MS;
  if (!isUp(before, at)) return { since: at, until: wanted, raisedBy: who };
  const until = Math.min(wanted, before.since + SHIELD_MOST_MINUTES * MINUTE_MS);
  if (who === "staff") return { ...before, until, raisedBy: who };
  return until - before.until < RENEWED_MS ? before : { ...before, until };
}

/** For what waits until the shield is down. Throws Refusal `shield_up`. */
export function refuseUnderShield(state: Pick<Readonly<RoomState>, "shield">, at: number): void {
  const shield = shieldAt(state, at);
  if (shield === null) return;
  const seconds = Math.ceil((shield.until - at) / 1_000);
  throw new Refusal("shield_up", "New accounts wait while the shield is up.", seconds);
}
