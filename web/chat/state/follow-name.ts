import { words } from "../../words/words.ts";
import type { Room } from "./room.ts";

/** Another name is told in the log, however the page learns of it: it may come with a welcome, after a break. */
export function followName(room: Room): void {
  let worn: string | undefined;
  room.you.subscribe((you) => {
    const isOther = worn !== undefined && you !== undefined && you.name !== worn;
    worn = you?.name ?? worn;
    // A welcome may empty the log first.
    if (isOther) queueMicrotask(() => room.note(words.composer.now(you.name)));
  });
}
