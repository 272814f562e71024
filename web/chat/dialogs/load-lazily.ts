import { words } from "../../words/words.ts";
import type { Room } from "../state/room.ts";

/** Loads what comes with its first use, and says so where it does not come. */
export async function loadLazily<T>(room: Room, load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    console.error("A part of the page did not come.", error);
    room.status.value = words.problem.unreachable.detail;
    return undefined;
  }
}
