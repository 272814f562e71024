import { publicView } from "../events/kinds.ts";
import { messageEvent } from "../events/message.ts";
import type { Room } from "../room/room.ts";
import { RESUME_EVENTS, SNAPSHOT_MESSAGES } from "../wire/limits.ts";
import type { FirstWords } from "./first-words.ts";
import { Replay } from "./replay.ts";

/** What the first clients of a room will be sent. */
export async function replayOf(room: Room, firstWords: FirstWords): Promise<Replay> {
  const { state } = room;
  const start = Math.max(0, state.seq - RESUME_EVENTS);
  // Without what other nodes appended since `state`: that is delivered as events.
  const stored = await room.history(SNAPSHOT_MESSAGES, state.seq + 1);
  const events = await room.eventsAfter(start, state.seq - start);
  firstWords.begin(stored);
  const isOver = (day: string) => room.isOver(day);
  return new Replay(state, stored.map(messageEvent), events.map(publicView), isOver);
}
