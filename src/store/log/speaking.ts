import { newcomerFault } from "../../room/newcomer-text.ts";
import type { Submission } from "../../room/ports.ts";
import type { Refused } from "../../room/refusal.ts";
import { isUp } from "../../room/shield.ts";
import { isNewcomer, type Standing } from "../../room/standing.ts";
import { type RoomRow, shieldIn } from "../database/room-row.ts";
import type { Batch } from "./newcomers.ts";
import type { RecentSends } from "./recent-sends.ts";
import type { Repeats } from "./repeats.ts";

/** Under the shield a newcomer reads before they speak. */
const READS_ONLY_MS = 3 * 60_000;

/** How the room takes messages now. */
interface Pace {
  recent: RecentSends;
  repeats: Repeats;
  place: RoomRow;
  at: number;
  /** What this batch accepted so far. */
  batch: Batch;
}

interface Said {
  standing: Standing;
  likeness: number | null;
  /** Messages of the same sender that this batch accepted. */
  more: number;
}

/** Why a message is not taken now, or null. What costs its sender least to wait for comes last. */
export function refusalOf(
  { sender, text, afterOthers = [] }: Submission,
  { standing, likeness, more }: Said,
  { recent, repeats, place, at, batch }: Pace,
): Refused | null {
  const wait = recent.wait(sender.key, at, more);
  if (wait > 0) return tooFast(recent.perMinute, wait);
  const pause = standing === "staff" ? 0 : place.slow_seconds;
  const early = recent.pause(sender.key, at, pause, more);
  if (early > 0) return tooEarly(pause, early);
  const isNew = isNewcomer(standing);
  const shield = shieldIn(place);
  const isShielded = standing === "new" && !sender.wasHere && isUp(shield, at);
  if (isShielded && sender.unproved) return UNPROVED;
  if (likeness !== null) {
    const again = repeats.wait(likeness, sender.key, isNew, at);
    if (again > 0) return repeated(again);
  }
  if (!isNew) return null;
  const fault = newcomerFault(text, recent.hasConversation(at, batch));
  if (fault !== null) return { code: "newcomer", detail: fault };
  if (isShielded) {
    const reads = Math.max(shield.since, sender.since ?? 0) + READS_ONLY_MS - at;
    const trickle = recent.shieldedWait(at, batch);
    if (reads > 0 || trickle > 0) return shielded(Math.max(reads / 1_000, trickle));
  }
  const turn = recent.newcomerWait(sender, at, batch);
  return turn > 0 || afterOthers.includes(standing) ? notYet(turn, standing) : null;
}

/** Only in plain mode: elsewhere the challenge is asked first. */
const UNPROVED: Refused = {
  code: "proof_required",
  detail:
    "The shield is up, and you are new here: open the room's page in a browser to speak, or sign in with a token.",
};

function tooEarly(seconds: number, wait: number): Refused {
  return {
    code: "slow_mode",
    detail: `Slow mode: one message every ${seconds} seconds; try again in ${wait} seconds.`,
    retryAfter: wait,
  };
}

function tooFast(perMinute: number, wait: number): Refused {
  return {
    code: "rate_limited",
    detail: `That is more than ${perMinute} messages a minute; try again in ${wait} seconds.`,
    retryAfter: wait,
  };
}

function repeated(wait: number): Refused {
  return {
    code: "repeated",
    detail: `That was just said; say it in other words, or again in ${wait} seconds.`,
    retryAfter: wait,
  };
}

function shielded(wait: number): Refused {
  return {
    code: "newcomer",
    detail: `The shield is up: newcomers read for now; try again in ${Math.ceil(wait)} seconds.`,
    retryAfter: wait,
  };
}

/** A part of a second is precise enough for the line of newcomers to go on by. */
function notYet(wait: number, among: Standing): Refused {
  return {
    code: "newcomer",
    detail: "Many newcomers speak at once, and take turns.",
    retryAfter: wait,
    among,
  };
}
