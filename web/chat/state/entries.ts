import type { MessageEvent as Message } from "../../../src/wire/frames.ts";

/** `text` is null once a moderator removed it. */
export type Line = {
  seq: number;
  text: string | null;
  at: number;
  mine: boolean;
  felt: number;
  feltByMe: boolean;
  /** Whether it speaks to the reader: by name, or as a reply. */
  named: boolean;
  /** Whether it is a newcomer's first today, where the reader is told so. */
  isFirst: boolean;
  /** What it replies to, and how that reads while it stands. */
  re?: number | undefined;
  quote?: Quote | undefined;
  /** In a log that is held: how high the place is that words that are gone have left. */
  place?: number;
};
export type Kind = Message["kind"];
export type Quote = { user: string; kind: Kind; text: string };
/** What this page knows of a message beside what the room says of it. */
export type About = Pick<Line, "mine" | "feltByMe" | "named" | "isFirst">;
export type Group = {
  type: "group";
  key: string;
  user: string;
  kind: Kind;
  lines: readonly Line[];
};
export type Note = { type: "note"; key: string; text: string };
/** `seq`: of the first unread message. `past` once another line stands further down: it only keeps its place. */
export type Unread = { type: "unread"; key: string; past: boolean; seq: number };
export type Entry = Group | Note | Unread;

const GROUP_LINES = 5;
const GROUP_MS = 2 * 60_000;

export function linesOf(entry: Entry): readonly Line[] {
  return entry.type === "group" ? entry.lines : [];
}

export function holds(entry: Entry, id: number): boolean {
  return linesOf(entry).some(({ seq }) => seq === id);
}

/** Of what is not a group, none. */
export function lastSeq(entry: Entry): number {
  return linesOf(entry).at(-1)?.seq ?? 0;
}

/** How this message reads in a reply to it, while it stands. */
export function quoteOf(entries: readonly Entry[], id: number): Quote | undefined {
  const group = entries.findLast((entry) => holds(entry, id));
  const text = group && linesOf(group).find(({ seq }) => seq === id)?.text;
  if (group?.type !== "group" || typeof text !== "string") return undefined;
  return { user: group.user, kind: group.kind, text };
}

/** The entries with every reply to this message quoting it so, or not at all. */
export function quoting(entries: readonly Entry[], id: number, quote: Quote | undefined): Entry[] {
  const isReply = ({ re }: Line) => re === id;
  return entries.map((entry) =>
    entry.type === "group" && entry.lines.some(isReply)
      ? { ...entry, lines: entry.lines.map((line) => (isReply(line) ? { ...line, quote } : line)) }
      : entry,
  );
}

/** Whether one more line of this name, said then, belongs to the group. */
export function joins(group: Group, user: string, at: number): boolean {
  const [first] = group.lines;
  return (
    group.user === user &&
    group.lines.length < GROUP_LINES &&
    first !== undefined &&
    Math.abs(at - first.at) < GROUP_MS
  );
}

/** The entries with one more line, in its place, in a group that it belongs to. */
export function withLine(
  entries: readonly Entry[],
  { id, user, kind }: Pick<Message, "id" | "user" | "kind">,
  line: Line,
): Entry[] {
  const after = entries.findIndex((entry) => lastSeq(entry) > id);
  const at = after < 0 ? entries.length : after;
  const neighbour = [at, at - 1].find((index) => {
    const group = entries[index];
    return group?.type === "group" && group.kind === kind && joins(group, user, line.at);
  });
  const group = neighbour === undefined ? undefined : entries[neighbour];
  if (neighbour === undefined || group?.type !== "group") {
    return entries.toSpliced(at, 0, { type: "group", key: `g${id}`, user, kind, lines: [line] });
  }
  const lines = [...group.lines, line].toSorted((one, other) => one.seq - other.seq);
  return entries.with(neighbour, { ...group, lines });
}

/** The entries without their oldest messages, as many as this; the line where unread begins stays. */
export function withoutOldest(entries: readonly Entry[], count: number): Entry[] {
  let left = count;
  return entries.flatMap((entry) => {
    if (left <= 0 || isLiveLine(entry)) return [entry];
    if (entry.type !== "group") return [];
    const lines = entry.lines.slice(left);
    left -= entry.lines.length;
    return lines.length > 0 ? [{ ...entry, lines }] : [];
  });
}

/** Whether it is the line where unread begins, as it is seen now. */
export function isLiveLine(entry: Entry | undefined): entry is Unread {
  return entry?.type === "unread" && !entry.past;
}
