import type { RoomState } from "../events/kind.ts";
import { inForce, type Sanction } from "../events/sanction.ts";

/** Who is muted or banned at a time, newest first. */
export function sanctionsAt({ sanctions }: Readonly<RoomState>, at: number): Sanction[] {
  return sanctions.filter((sanction) => inForce(sanction, at)).toReversed();
}

export function muteOf(state: Readonly<RoomState>, key: string | undefined, at: number) {
  return sanctionsAt(state, at).find(({ kind, subject }) => kind === "mute" && subject === key);
}
