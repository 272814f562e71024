import type { RoomState } from "../events/kind.ts";
import { concerns, inForce, type Sanction, type Subject } from "../events/sanction.ts";
import { Refusal } from "./refusal.ts";

/** An account may not come in: until when, where that is known, and why. */
export class BannedRefusal extends Refusal {
  readonly ban: Pick<Sanction, "until" | "reason"> | undefined;

  constructor(ban: Pick<Sanction, "until" | "reason"> | undefined) {
    super("banned", sentenceOf(ban));
    this.ban = ban;
  }
}

/** One sentence; the reason has a field of its own. */
function sentenceOf(ban: Pick<Sanction, "until" | "reason"> | undefined): string {
  const until = ban?.until ? ` until ${new Date(ban.until).toISOString()}` : "";
  return `This account is banned${until}.`;
}

/** As whom it concerns is told of it. */
export function endOf({ until, reason }: Pick<Sanction, "until" | "reason">) {
  const end = until === null ? null : new Date(until).toISOString();
  return reason === null ? { until: end } : { until: end, reason };
}

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
