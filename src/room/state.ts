import type { RoomEvent, RoomState } from "./ports.ts";

/** The room after one more event. */
export function advance(state: RoomState, event: RoomEvent): RoomState {
  switch (event.type) {
    case "topic":
      return { ...state, seq: event.seq, topic: event.topic, rules: event.rules };
    case "cleared":
      return { ...state, seq: event.seq, day: event.day };
    case "message":
    case "deleted":
    case "felt":
    case "quiet":
    case "banned":
    case "signed_out":
      return { ...state, seq: event.seq };
  }
}
