import type { Sender } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import type { Mood } from "../wire/limits.ts";
import { answer } from "./answers.ts";
import type { Socket } from "./session.ts";

/** A new pass costs nothing: a guest who was not there before midnight has no day to leave. */
export async function countMood(
  socket: Socket,
  sender: Sender,
  { mood }: { mood: Mood },
  { room }: { room: Room },
) {
  if (sender.userId === null && !socket.data.guest?.cameBefore) {
    throw new Refusal("not_found", "You were not here before midnight.");
  }
  answer(socket, { type: "mood", day: await room.do("countMood", { mood }, sender) });
}
