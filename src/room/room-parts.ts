import type { Users } from "./account-ports.ts";
import type { Pacing } from "./commit-queue.ts";
import type { Log } from "./ports.ts";
import type { DayTurnParts } from "./turn-day.ts";
import type { WordList } from "./word-list.ts";

export interface RoomParts extends DayTurnParts {
  log: Log;
  users: Pick<Users, "takenNames">;
  timezone: string;
  pacer: Pacing;
  /** How long a newcomer's message waits for its turn before it is refused, in milliseconds. */
  newcomersWait: number;
  words: WordList;
}
