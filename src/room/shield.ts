import type { RoomState } from "../events/kind.ts";
import type { Shield } from "../events/shield.ts";
import { Refusal } from "./refusal.ts";

export type { Shield };

/** The shield as it is at a time: one whose time is over is down, even before a node has ended it. */
export function shieldAt({ shield }: Pick<Readonly<RoomState>, "shield">, at: number) {
  return isUp(shield, at) ? shield : null;
}

export function isUp(shield: Shield | null, at: number): shield is Shield {
  return shield !== null && shield.until > at;
}

/** For what waits until the shield is down. Throws Refusal `shield_up`. */
export function refuseUnderShield(state: Pick<Readonly<RoomState>, "shield">, at: number): void {
  const shield = shieldAt(state, at);
  if (shield === null) return;
  const seconds = Math.ceil((shield.until - at) / 1_000);
  throw new Refusal("shield_up", "New accounts wait while the shield is up.", seconds);
}
