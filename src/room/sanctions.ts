import type { RoomState } from "../events/kind.ts";
import { concerns, inForce, type Sanction, type Subject } from "../events/sanction.ts";

/** Who is muted or banned at a time, newest first. */
export function sanctionsAt({ sanctions }: Readonly<RoomState>, at: number): Sanction[] {
  return sanctions.filter((sanction) => inForce(sanction, at)).toReversed();
}

export function muteOf(state: Readonly<RoomState>, key: string | undefined, at: number) {
  return sanctionsAt(state, at).find(({ kind, subject }) => kind === "mute" && subject === key);
}

export function banOf(state: Readonly<RoomState>, subject: Subject, at: number) {
  return sanctionsAt(state, at).find((one) => one.kind === "ban" && concerns(one, subject));
}
