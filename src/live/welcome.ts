import { viewOf } from "../events/shield.ts";
import { endOf, isoIn } from "../room/day.ts";
import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import type { ServerEvent } from "../wire/frames.ts";
import { you } from "./identify.ts";
import type { Replay } from "./replay.ts";
import type { Socket } from "./session.ts";

export interface WelcomeParts {
  room: Room;
  replay: Replay;
  clock: Clock;
  online: () => number;
}

/** The room as it is where the replay ends. */
export function welcomeOf(
  socket: Socket,
  recovered: boolean,
  { room, replay: { state }, clock, online }: WelcomeParts,
): ServerEvent {
  return {
    type: "welcome",
    you: you(socket),
    day: state.day,
    time: isoIn(room.timezone, clock.now()),
    topic: state.topic,
    rules: state.rules,
    timezone: room.timezone,
    wipes_at: isoIn(room.timezone, endOf(state.day, room.timezone)),
    seq: state.seq,
    mode: { slow_seconds: state.slowSeconds, shield: viewOf(state.shield) },
    recovered,
    online: online(),
  };
}
