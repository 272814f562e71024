import type { Entry, Group, Line } from "../state/entries.ts";
import type { Ignored } from "../state/ignored.ts";

const EVERY_MS = 2_000;

/**
 * Of what others said in each two seconds the message that most people felt, or the first; and all that is
 * the reader's own, speaks to them, or comes from staff or the room.
 */
export function quietly(
  entries: readonly Entry[],
  ignored: Pick<Ignored, "has">,
): readonly Entry[] {
  const best = new Map<number, Line>();
  for (const entry of entries) {
    if (entry.type !== "group" || isOfStaff(entry) || ignored.has(entry)) continue;
    for (const line of entry.lines) {
      if (isForReader(line) || line.text === null) continue;
      const [slot, other] = [slotOf(line), best.get(slotOf(line))];
      if (!other || line.felt > other.felt) best.set(slot, line);
    }
  }
  const isShown = (line: Line) => isForReader(line) || best.get(slotOf(line)) === line;
  return entries.flatMap((entry) => {
    if (entry.type !== "group" || isOfStaff(entry)) return [entry];
    const lines = entry.lines.filter(isShown);
    return lines.length > 0 ? [partOf(entry, lines)] : [];
  });
}

const slotOf = ({ at }: Line) => Math.floor(at / EVERY_MS);
const isOfStaff = ({ kind }: Group) => kind === "admin" || kind === "moderator";
const isForReader = ({ mine, named }: Line) => mine || named;

const parts = new WeakMap<Group, Group>();

/** The same object as long as it is the same part: then it is not drawn again. */
function partOf(group: Group, lines: readonly Line[]): Group {
  if (lines.length === group.lines.length) return group;
  const before = parts.get(group);
  const isSame = before?.lines.length === lines.length;
  if (before && isSame && lines.every((line, at) => line === before.lines[at])) return before;
  const part = { ...group, lines };
  parts.set(group, part);
  return part;
}
