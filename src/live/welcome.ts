import { muted } from "../events/muted.ts";
import { viewOf } from "../events/shield.ts";
import { endOf, isoIn } from "../room/day.ts";
import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { muteOf } from "../room/sanctions.ts";
import type { ServerEvent } from "../wire/frames.ts";
import { Frame } from "./encoding.ts";
import type { FirstWords } from "./first-words.ts";
import { you } from "./identify.ts";
import type { Replay } from "./replay.ts";
import type { Socket } from "./session.ts";

export interface WelcomeParts {
  room: Room;
  replay: Replay;
  clock: Clock;
  online: () => number;
  firstWords: FirstWords;
}

/** The room as it is where the replay ends, then what was missed, or else the day's last messages. */
export function sendWelcome(socket: Socket, missed: Frame | null, parts: WelcomeParts): void {
  const { mode, sender } = socket.data;
  if (mode === "plain") return;
  const { room, replay, clock, firstWords } = parts;
  const welcome = welcomeOf(socket, missed !== null, parts);
  const mute = muteOf(room.state, sender?.key, clock.now());
  const told = [...(mute ? [muted(mute)] : []), ...firstWords.toldTo(sender)];
  socket.send(Frame.of([welcome, ...told]).in(mode));
  socket.send((missed ?? replay.snapshot()).in(mode));
}

function welcomeOf(
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
    epoch: state.epoch,
    ...(state.cleared > 0 && { cleared: state.cleared }),
    mode: { slow_seconds: state.slowSeconds, shield: viewOf(state.shield) },
    recovered,
    online: online(),
  };
}
