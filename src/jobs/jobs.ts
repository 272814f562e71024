import type { DayFigures } from "../room/day-figures.ts";
import type { Clock, Logger } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { countPeople } from "./count-people.ts";
import { destroyWithdrawn } from "./destroy-withdrawn.ts";
import { endSanctions } from "./end-sanctions.ts";
import { endShield } from "./end-shield.ts";
import { beat } from "./heartbeat.ts";
import { hideReported } from "./hide-reported.ts";
import { recheck } from "./recheck.ts";

interface JobParts {
  room: Room;
  online: () => number;
  figures: DayFigures;
  clock: Clock;
  logger: Logger;
}

/** What is done again and again for as long as the room is open. Returns what stops each. */
export function startJobs({ room, online, figures, clock, logger }: JobParts): (() => void)[] {
  return [
    recheck(room, clock),
    destroyWithdrawn(room, clock, logger),
    endSanctions(room, clock, logger),
    endShield(room, clock, logger),
    hideReported(room, clock, logger),
    beat(room, online, clock, logger),
    countPeople(figures, online, clock),
  ];
}
