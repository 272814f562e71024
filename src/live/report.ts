import type { AddressHash, Sender } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import { answer } from "./answers.ts";
import { rangeOf } from "./identify.ts";
import type { Socket } from "./session.ts";

interface Parts {
  room: Room;
  addressHash: AddressHash;
}

/** Somebody reports a message. What comes of it is for staff to know. */
export async function report(
  socket: Socket,
  sender: Sender,
  id: number,
  { room, addressHash }: Parts,
): Promise<void> {
  const range = await rangeOf(socket, room.state.day, addressHash);
  const input = { id, by: { ...sender, range } };
  await room.ask({ name: "report", input, actor: sender });
  answer(socket, { type: "reported", id });
}
