import type { You } from "../../../src/wire/frames.ts";
import { loadLazily } from "../dialogs/load-lazily.ts";
import { isStaff } from "../staff/is-staff.ts";
import type { Room } from "../state/room.ts";
import type { Act, Source, Target } from "./act.ts";

/** Every file of acts, in the order of the menu. */
const SOURCES: readonly Source[] = [
  { isFor: isStaff, load: () => import("../staff/message-acts.ts") },
  { isFor: () => true, load: () => import("./reader-acts.ts") },
];

/** Whether a press on a message opens anything: once the reader is in. */
export const isOffered = (you: You | undefined) => you !== undefined;

/** Undefined where a part did not come: the page then says so. */
export async function actsOn(target: Target, room: Room): Promise<readonly Act[] | undefined> {
  const you = room.you.peek();
  if (!you) return undefined;
  const wanted = SOURCES.filter((source) => source.isFor(you));
  const loaded = await Promise.all(wanted.map(({ load }) => loadLazily(room, load)));
  const acts: Act[] = [];
  for (const part of loaded) {
    if (!part) return undefined;
    acts.push(...part.acts.filter((act) => act.isFor(target, you)));
  }
  return acts;
}
