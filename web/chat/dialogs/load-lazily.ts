import { loadPart } from "../../shared/load-part.ts";
import { words } from "../../words/words.ts";
import { isOld, lookAtAge } from "../state/page-age.ts";
import type { Room } from "../state/room.ts";

/** Loads what comes with its first use; where it does not come, says so, or that the page is old. */
export async function loadLazily<T>(room: Room, load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await loadPart(load);
  } catch (error) {
    console.error("A part of the page did not come.", error);
    await lookAtAge();
    if (!isOld.peek()) room.status.value = words.problem.part;
    return undefined;
  }
}
