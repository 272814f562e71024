import type { RoomState } from "../events/kind.ts";
import type { Shield } from "../events/shield.ts";

export type { Shield };

/** The shield as it is at a time: one whose time is over is down, even before a node has ended it. */
export function shieldAt({ shield }: Pick<Readonly<RoomState>, "shield">, at: number) {
  return isUp(shield, at) ? shield : null;
}

export function isUp(shield: Shield | null, at: number): shield is Shield {
  return shield !== null && shield.until > at;
}
