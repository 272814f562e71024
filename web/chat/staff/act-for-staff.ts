import { call } from "../../shared/api.ts";
import { fieldErrors } from "../../shared/field-errors.ts";
import { words } from "../../words/staff-words.ts";
import type { Room } from "../state/room.ts";

interface Outcome {
  /** What was done, in a sentence. */
  said: string;
  /** What brings it back. */
  undo?: (() => void) | undefined;
}

type Request = [method: "POST" | "PUT" | "DELETE", path: string, body?: object];

/** Does it at once, and says how it went: what was done, or why not. */
export async function act<Value>(
  room: Room,
  request: Request,
  done: (value: Value) => Outcome,
): Promise<void> {
  const answer = await call<Value>(...request);
  if (!answer.ok) {
    const [first] = fieldErrors(answer.problem);
    return room.offerUndo(first?.detail ?? answer.problem.detail, undefined);
  }
  const { said, undo } = done(answer.value);
  room.offerUndo(said, undo);
}

/** Undoes what took messages away, and the ban that did. */
export function bringingBack(room: Room, event: number | undefined): (() => void) | undefined {
  if (event === undefined) return undefined;
  const back = () => ({ said: words.done.undone });
  return () => void act(room, ["POST", "/api/mod/undo", { act: event }], back);
}
