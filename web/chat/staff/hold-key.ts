import { hasModifier, letterOf } from "../../shared/letter.ts";
import { isWriting, singleKeys } from "../keys/single-keys.ts";
import type { Room } from "../state/room.ts";

const KEY = "m";

/** The log stands still while M is down, wherever one is not writing. */
export function bindHoldKey(room: Room): () => void {
  const over = new AbortController();
  const down = (event: KeyboardEvent) => {
    if (letterOf(event) !== KEY || hasModifier(event) || event.repeat) return;
    if (isWriting(event) || !singleKeys.peek()) return;
    room.hold.begin("key", room.entries.peek());
  };
  const release = () => room.hold.end("key");
  const up = (event: KeyboardEvent) => {
    if (letterOf(event) === KEY) release();
  };
  document.addEventListener("keydown", down, { signal: over.signal });
  document.addEventListener("keyup", up, { signal: over.signal });
  // The key may come up where nobody hears of it.
  addEventListener("blur", release, { signal: over.signal });
  return () => {
    over.abort();
    release();
  };
}
