/** Who says something, at the moment it is said. */
import type { Sender } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import type { Room } from "../room/room.ts";
import { type Identities, rangeOf } from "./identify.ts";
import { demandProof } from "./proving.ts";
import type { Socket } from "./session.ts";

/** Throws Refusal `proof_required`. */
export async function speakerOf(
  socket: Socket,
  sender: Sender,
  parts: Identities,
): Promise<Sender> {
  await demandProof(socket, parts);
  const range = await rangeOf(socket, parts.room.state.day, parts.addressHash);
  return { ...(socket.data.sender ?? sender), range };
}

/**
 * Does something as who they are today. A guest under whom the day turned is somebody else by then, and is
 * refused as `unavailable`: for them it is done once more. Rejects as `act` does.
 */
export async function asOfToday<Result>(
  room: Pick<Room, "state">,
  who: () => Promise<Sender>,
  act: (sender: Sender) => Promise<Result>,
): Promise<Result> {
  const sender = await who();
  try {
    return await act(sender);
  } catch (error) {
    const isRefused = error instanceof Refusal && error.code === "unavailable";
    const hasTurned = sender.day !== undefined && sender.day !== room.state.day;
    if (!isRefused || !hasTurned) throw error;
    return act(await who());
  }
}
