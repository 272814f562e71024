import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import { RecentSends } from "./recent-sends.ts";
import { Repeats } from "./repeats.ts";
import { SanctionCache } from "./sanctions.ts";
import { Standings } from "./standings.ts";

/** What this node remembers of one log to decide who may speak. Each part is updated under the room's lock. */
export class SpeakingMemory {
  readonly epoch: string;
  readonly recent: RecentSends;
  readonly standings: Standings;
  readonly repeats: Repeats;
  readonly sanctions = new SanctionCache();

  constructor(limits: SpeakingLimits, epoch: string) {
    this.epoch = epoch;
    this.recent = new RecentSends(limits);
    this.standings = new Standings(limits);
    this.repeats = new Repeats(limits.perMinute);
  }
}
