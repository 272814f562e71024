/** What a client of v1 is told alone. */
import type { ServerEvent } from "../wire/frames.ts";
import { Frame } from "./encoding.ts";
import type { Socket } from "./session.ts";

/** Answers of one turn of the event loop, such as the acks of one commit, are sent in one frame. */
export function answer(socket: Socket, event: ServerEvent): void {
  const session = socket.data;
  if (session.answers) {
    session.answers.push(event);
    return;
  }
  const answers = [event];
  session.answers = answers;
  setImmediate(() => {
    session.answers = null;
    if (session.mode !== "plain") socket.send(Frame.of(answers).in(session.mode));
  });
}
