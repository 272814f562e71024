/** What who wants less of the log is shown, without a browser. */
import { expect, test } from "bun:test";
import type { MessageEvent as Message } from "../../src/wire/frames.ts";
import { quietly } from "../../web/chat/log/quietly.ts";
import type { Entry } from "../../web/chat/state/entries.ts";
import { Transcript } from "../../web/chat/state/transcript.ts";

const ANOTHERS = { mine: false, feltByMe: false, named: false, isFirst: false };
const NOBODY = { has: () => false };
const MINUTE = Date.parse("2026-03-01T12:00:00Z");

/** Messages by different people, `at` milliseconds into a minute. */
function saidAt(transcript: Transcript, at: number, said: Partial<Message> = {}, about = {}) {
  const seq = 10_000 + at;
  const timestamp = new Date(MINUTE + at).toISOString();
  transcript.say(
    {
      type: "message",
      seq,
      id: seq,
      user: `${at}`,
      text: `${at}`,
      timestamp,
      kind: "guest",
      ...said,
    },
    { ...ANOTHERS, ...about },
  );
  return seq;
}

const texts = (entries: readonly Entry[]) =>
  entries.map((entry) =>
    entry.type === "group" ? entry.lines.map(({ text }) => text).join("+") : entry.type,
  );

test("of each two seconds the most felt is shown, or the first, and in its own place", () => {
  const transcript = new Transcript();
  for (const at of [0, 500, 1_999, 2_000, 2_100, 4_500]) saidAt(transcript, at);
  expect(texts(quietly(transcript.entries, NOBODY))).toEqual(["0", "2000", "4500"]);
  transcript.feel([
    [10_500, 1],
    [12_100, 3],
  ]);
  expect(texts(quietly(transcript.entries, NOBODY))).toEqual(["500", "2100", "4500"]);
  transcript.remove(10_500, true);
  expect(texts(quietly(transcript.entries, NOBODY))).toEqual(["0", "2100", "4500"]);
  transcript.remove(12_100, false);
  expect(texts(quietly(transcript.entries, NOBODY))).toEqual(["0", "2000", "4500"]);
});

test("one's own, what speaks to one, staff and the room are always shown, and take nobody's place", () => {
  const transcript = new Transcript();
  saidAt(transcript, 0);
  saidAt(transcript, 1, {}, { mine: true });
  saidAt(transcript, 2, { kind: "moderator" });
  saidAt(transcript, 3, { kind: "admin", felt: 9 });
  transcript.note("a note");
  transcript.markUnread(10_004);
  saidAt(transcript, 4, {}, { named: true });
  saidAt(transcript, 5);
  expect(texts(quietly(transcript.entries, NOBODY))).toEqual([
    ...["0", "1", "2", "3", "note", "unread", "4"],
  ]);
});

test("whom one ignores takes nobody's place either", () => {
  const transcript = new Transcript();
  saidAt(transcript, 0);
  saidAt(transcript, 1);
  const ignored = { has: ({ user }: { user: string }) => user === "0" };
  expect(texts(quietly(transcript.entries, ignored))).toEqual(["1"]);
});

test("a part of a group is the same object as long as it shows the same", () => {
  const transcript = new Transcript();
  for (const at of [0, 1]) saidAt(transcript, at, { user: "Ann" });
  const before = quietly(transcript.entries, NOBODY);
  saidAt(transcript, 2_500);
  const after = quietly(transcript.entries, NOBODY);
  expect(texts(after)).toEqual(["0", "2500"]);
  expect(after[0]).toBe(before[0]);
  transcript.feel([[10_001, 1]]);
  expect(quietly(transcript.entries, NOBODY)[0]).not.toBe(before[0]);
});
