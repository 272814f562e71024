/** One room through fail-over after fail-over, and the verdict. */
import { check, type Violation } from "./check.ts";
import { FailOverRoom, type Waits } from "./fail-over-room.ts";
import { lossesSaid, lostOf, saidAgainOf, toldLate } from "./losses.ts";
import type { Random } from "./random.ts";

/** What a client is acknowledged while the standby is sent nothing. */
const LOST_ACKS = 8;

export const MODES = ["sync", "async"] as const;
/** Whether the standby has what is acknowledged, or lags and loses something each time. */
export type Mode = (typeof MODES)[number];

export interface FailOverPlan {
  mode: Mode;
  count: number;
  random: Random;
  durable: boolean;
  progress: (sentence: string) => void;
  /** Aborted: no further fail-over, but the verdict on those that were. */
  ended: AbortSignal;
}

export interface FailOverOutcome {
  acked: number;
  refused: number;
  returns: number;
  /** Acknowledged, and not in the log in the end. */
  lost: number;
  /** Said before a fail-over, and acknowledged after it. */
  saidAgain: number;
  /** One for each fail-over. */
  waits: Waits[];
  /** Against what is promised in this mode. */
  violations: Violation[];
  /** Against what is promised with a synchronous standby. */
  strictly: Violation[];
}

export async function failOvers(plan: FailOverPlan): Promise<FailOverOutcome> {
  const { mode, random, progress, ended } = plan;
  await using room = await FailOverRoom.open(random, plan.durable);
  const waits: Waits[] = [];
  for (let at = 1; at <= plan.count && !ended.aborted; at++) {
    await room.follow(mode === "sync");
    room.delay(random.whole(0, 30));
    await room.acks(random.whole(5, 25));
    if (mode === "async") {
      room.cutOff();
      await room.acks(LOST_ACKS);
    }
    const wait = await room.failOver();
    waits.push(wait);
    const said = Object.entries(wait).map(([what, ms]) => `${what} ${Math.round(ms)}`);
    progress(`${mode}: fail-over ${at} of ${plan.count}, ms since the kill: ${said.join(", ")}`);
  }
  const stored = await room.settle();
  const { witnesses } = room;
  const late = toldLate(witnesses);
  const strictly = [...check(witnesses, stored), ...late];
  const sum = (of: (witness: (typeof witnesses)[number]) => number) =>
    witnesses.reduce((total, witness) => total + of(witness), 0);
  return {
    acked: sum(({ acked }) => acked.size),
    refused: sum(({ refused }) => refused),
    returns: sum(({ runs }) => runs.length - 1),
    lost: lostOf(witnesses, stored),
    saidAgain: saidAgainOf(witnesses),
    waits,
    violations:
      mode === "sync" ? strictly : [...check(witnesses, stored, lossesSaid(stored)), ...late],
    strictly,
  };
}
