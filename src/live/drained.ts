import type { Socket } from "./session.ts";

/** Resolves once everything sent to the socket left this process, or the socket is closed. */
export async function drained(socket: Socket): Promise<void> {
  if (!socket.data.open || socket.getBufferedAmount() === 0) return;
  await new Promise<void>((resolve) => {
    socket.data.drained = resolve;
  });
}
