/** The parts of the pages that need no browser. */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { backoff } from "../../client/backoff.ts";
import { countdown, dayLength, midnightAfter } from "../../client/days.ts";
import { LogCursor } from "../../client/log-cursor.ts";
import { Outbox } from "../../client/outbox.ts";
import { SHIELD_DOWN } from "../../src/events/shield.ts";
import type { MessageEvent, ServerEvent } from "../../src/wire/frames.ts";
import { length } from "../../web/chat/composer/text-length.ts";
import { type Entry, linesOf } from "../../web/chat/state/entries.ts";
import { Transcript } from "../../web/chat/state/transcript.ts";

const HOUR = 3_600_000;
const NOON = Date.parse("2026-11-22T12:00:00Z");
const YOU = { name: "Spicy Penguin 204", kind: "guest" } as const;

function message(seq: number, { user = "Salty Gorilla 1", text = "x", at = NOON } = {}) {
  const timestamp = new Date(at).toISOString();
  return { type: "message", seq, id: seq, user, text, timestamp, kind: "guest" } as const;
}

function welcome(
  seq: number,
  recovered: boolean,
  log: { epoch?: string } = { epoch: "e" },
): ServerEvent {
  const wipes_at = new Date(NOON).toISOString();
  const today = {
    day: "2026-11-22",
    time: wipes_at,
    topic: "t",
    rules: "r",
    timezone: "UTC",
    wipes_at,
  };
  const mode = { slow_seconds: 0, shield: SHIELD_DOWN };
  return { type: "welcome", you: YOU, ...today, seq, ...log, mode, recovered, online: 1 };
}

describe("following the log", () => {
  const accepted = (tail: LogCursor, events: readonly ServerEvent[]) =>
    events.map((e) => tail.accept(e));

  test("a snapshot may skip places, what follows it may not", () => {
    const tail = new LogCursor();
    expect(accepted(tail, [welcome(9, false), message(3), message(7), message(10)])).toEqual(
      Array(4).fill("new"),
    );
    expect(tail.accept(message(12))).toBe("gap");
    expect(tail.accept(message(11))).toBe("new");
  });

  test("an event seen before is not taken again", () => {
    const tail = new LogCursor();
    accepted(tail, [welcome(0, false), message(1), message(2)]);
    expect(accepted(tail, [welcome(3, true), message(2), message(3)])).toEqual([
      "new",
      "duplicate",
      "new",
    ]);
  });

  test("a snapshot that never came is not resumed from", () => {
    const tail = new LogCursor();
    const first = [welcome(9, false)];
    accepted(tail, first);
    tail.endFrame(first);
    expect(tail.held).toEqual({});
    tail.endFrame([]);
    expect(tail.held).toEqual({ after: 9, epoch: "e" });
  });

  test("it resumes after the last event taken", () => {
    const tail = new LogCursor();
    const frame = [welcome(1, false), message(1), { type: "quiet", seq: 2 } as const];
    accepted(tail, frame);
    tail.endFrame(frame);
    expect(tail.held).toEqual({ after: 2, epoch: "e" });
  });

  test("it resumes by way of an older node, which names no epoch", () => {
    const tail = new LogCursor();
    accepted(tail, [welcome(0, false), message(1)]);
    tail.endFrame([message(1)]);
    accepted(tail, [welcome(1, true, {}), message(2)]);
    expect(tail.held).toEqual({ after: 2, epoch: "e" });
    const fresh = new LogCursor();
    accepted(fresh, [welcome(1, false, {}), message(2)]);
    fresh.endFrame([message(2)]);
    expect(fresh.held).toEqual({ after: 2 });
  });
});

describe("one's own messages", () => {
  /** Whatever comes first, and however often the connection breaks between, it is shown once. */
  test("the text is on the page exactly once, whatever the order of ack and message", () => {
    type Step = "ack" | "message" | "resend";
    const steps = fc.shuffledSubarray<Step>(["ack", "message", "resend"], { minLength: 3 });
    fc.assert(
      fc.property(steps, (order) => {
        const outbox = new Outbox();
        const { ref } = outbox.add({
          text: "  hi\r\nthere ",
          user: YOU.name,
          day: "2026-11-22",
          at: NOON,
        });
        let shown = 0;
        for (const step of order) {
          if (step === "ack") outbox.acknowledge(ref, 5);
          if (step === "message") {
            expect(outbox.recognize(message(5, { user: YOU.name, text: "hi\nthere" }), YOU)).toBe(
              true,
            );
            shown = 5;
          }
          outbox.settle(shown);
          const waiting = outbox.pending.filter(({ seenAs }) => seenAs === undefined);
          expect(waiting.length).toBe(shown === 5 ? 0 : 1);
        }
        expect(outbox.pending).toEqual([]);
      }),
    );
  });

  test("somebody else's words are not taken for one's own", () => {
    const outbox = new Outbox();
    outbox.add({ text: "same words", user: YOU.name, day: "2026-11-22", at: NOON });
    expect(outbox.recognize(message(5, { text: "same words" }), YOU)).toBe(false);
  });

  test("a namesake's words give way when the room answers otherwise", () => {
    const outbox = new Outbox();
    const { ref } = outbox.add({ text: "hi", user: YOU.name, day: "2026-11-22", at: NOON });
    outbox.recognize(message(5, { user: YOU.name, text: "hi" }), YOU);
    outbox.fail(ref, "too fast");
    expect(outbox.pending).toMatchObject([{ ref, state: { is: "failed", why: "too fast" } }]);
    expect(outbox.pending[0]?.seenAs).toBeUndefined();
  });

  test("what midnight overtook is not sent with its old ref", () => {
    const outbox = new Outbox();
    outbox.add({ text: "yesterday's", user: YOU.name, day: "2026-11-22", at: NOON });
    outbox.add({ text: "today's", user: YOU.name, day: "2026-11-23", at: NOON });
    outbox.failBefore("2026-11-23", "midnight");
    expect(outbox.unanswered.map(({ text }) => text)).toEqual(["today's"]);
  });

  test("what midnight overtook on its way is shown once, where the new day stored it", () => {
    const outbox = new Outbox();
    const { ref } = outbox.add({ text: "late", user: YOU.name, day: "2026-11-22", at: NOON });
    outbox.failBefore("2026-11-23", "midnight");
    expect(outbox.recognize(message(5, { user: YOU.name, text: "late" }), YOU)).toBe(true);
    expect(outbox.pending).toMatchObject([{ ref, seenAs: 5 }]);
    outbox.acknowledge(ref, 5);
    outbox.settle(5);
    expect(outbox.pending).toEqual([]);
  });

  test("what another log had stored is sent again with its ref, and only then", () => {
    const outbox = new Outbox();
    outbox.startOver("one log");
    const { ref } = outbox.add({ text: "hi", user: YOU.name, day: "2026-11-22", at: NOON });
    outbox.acknowledge(ref, 5);
    outbox.startOver("one log");
    expect(outbox.unanswered).toEqual([]);
    outbox.startOver("another");
    expect(outbox.unanswered).toMatchObject([{ ref, text: "hi" }]);
  });

  test("in a log of another epoch what waits replies to nothing, after a reload too", () => {
    const outbox = new Outbox();
    outbox.startOver("one log");
    outbox.add({ text: "so it is", re: 4, user: YOU.name, day: "2026-11-22", at: NOON });
    const reloaded = new Outbox(JSON.parse(JSON.stringify(outbox.pending)));
    for (const one of [outbox, reloaded]) {
      one.startOver("one log");
      expect(one.unanswered).toMatchObject([{ text: "so it is", re: 4 }]);
      one.startOver("another");
      expect(one.unanswered.map(({ text, re }) => [text, re])).toEqual([["so it is", undefined]]);
    }
  });
});

const ANOTHERS = { mine: false, feltByMe: false, named: false, isFirst: false };

describe("the transcript", () => {
  const sizes = (entries: readonly Entry[]) =>
    entries.map((entry) => (entry.type === "group" ? entry.lines.length : entry.type));
  const said = (events: readonly MessageEvent[]) => {
    const transcript = new Transcript();
    for (const event of events) transcript.say(event, ANOTHERS);
    return transcript;
  };

  test("groups one name's messages, five at most", () => {
    const seven = [1, 2, 3, 4, 5, 6, 7].map((seq) => message(seq));
    expect(sizes(said([...seven, message(8, { user: "b" })]).entries)).toEqual([5, 2, 1]);
  });

  test("begins a new group after two minutes and at the unread line", () => {
    const transcript = said([message(1), message(2, { at: NOON + 120_000 })]);
    transcript.markUnread(3);
    transcript.say(message(3, { at: NOON + 120_001 }), ANOTHERS);
    expect(sizes(transcript.entries)).toEqual([1, 1, "unread", 1]);
  });

  test("an older unread line keeps its place until the reader is at the end again", () => {
    const transcript = said([message(1)]);
    transcript.markUnread(2);
    transcript.say(message(2), ANOTHERS);
    transcript.markUnread(3);
    transcript.say(message(3), ANOTHERS);
    const lines = transcript.entries.filter((entry) => entry.type === "unread");
    expect(lines.map(({ past }) => past)).toEqual([true, false]);
    transcript.trim(300);
    expect(sizes(transcript.entries)).toEqual([1, 1, "unread", 1]);
  });

  test("leaves a tomb in place of what was removed, and forgets its text", () => {
    const transcript = said([message(1), message(2, { text: "secret" }), message(3)]);
    transcript.remove(2, false);
    expect(sizes(transcript.entries)).toEqual([3]);
    expect(JSON.stringify(transcript.entries)).not.toContain("secret");
  });

  test("drops the oldest fifty at a time, so that what stays is rarely moved", () => {
    const transcript = said([]);
    const held = () => transcript.entries.flatMap(linesOf).map(({ seq }) => seq);
    for (let seq = 1; seq <= 300; seq++) transcript.say(message(seq), ANOTHERS);
    transcript.trim(300);
    expect(held()).toHaveLength(300);
    transcript.say(message(301), ANOTHERS);
    transcript.trim(300);
    expect(held()).toEqual(Array.from({ length: 251 }, (_, n) => n + 51));
    for (let seq = 302; seq <= 350; seq++) transcript.say(message(seq), ANOTHERS);
    transcript.trim(300);
    expect(held()[0]).toBe(51);
    for (let seq = 351; seq <= 470; seq++) transcript.say(message(seq), ANOTHERS);
    transcript.trim(300);
    expect(held()[0]).toBe(201);
  });

  test("keeps the line of what is unread, however much comes below it and however often it is trimmed", () => {
    const transcript = said([message(1)]);
    transcript.markUnread(2);
    for (let seq = 2; seq < 2_000; seq++) transcript.say(message(seq), ANOTHERS);
    transcript.trim(300);
    expect(transcript.entries[0]).toMatchObject({ type: "unread", seq: 2 });
    const earlier = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => ({
        message: message(from + n),
        about: ANOTHERS,
      }));
    transcript.awaitEarlier();
    transcript.prepend(earlier(1_600, 1_700), true);
    expect(transcript.entries[0]).toMatchObject({ type: "unread" });
    transcript.awaitEarlier();
    transcript.prepend(earlier(1, 1_600), false);
    expect(sizes(transcript.entries).slice(0, 3)).toEqual([1, "unread", 5]);
  });

  test("holds so many for who reads back, lets go of what is newer, and knows the line again after", () => {
    const transcript = said([message(1), message(2)]);
    transcript.cut(3);
    transcript.say(message(3), ANOTHERS);
    transcript.cut(3);
    transcript.markUnread(4);
    for (let seq = 4; seq < 400; seq++) transcript.say(message(seq), ANOTHERS);
    transcript.note("gone by");
    transcript.restore(message(50), ANOTHERS);
    expect([transcript.isCut, ...sizes(transcript.entries)]).toEqual([true, 3]);
    transcript.clear(true);
    for (let seq = 350; seq < 353; seq++) transcript.say(message(seq), ANOTHERS);
    expect(sizes(transcript.entries)).toEqual(["unread", 3]);
    transcript.clear();
    transcript.say(message(353), ANOTHERS);
    expect(sizes(transcript.entries)).toEqual([1]);
  });

  test("puts nothing back that was removed while it was on its way", () => {
    const transcript = said([message(9)]);
    transcript.awaitEarlier();
    transcript.remove(2, true);
    transcript.prepend(
      [1, 2, 3].map((seq) => ({ message: message(seq), about: ANOTHERS })),
      false,
    );
    expect(sizes(transcript.entries)).toEqual([2, 1]);
  });

  test("puts nothing above what it would not join any more", () => {
    for (const change of [(of: Transcript) => of.trim(1), (of: Transcript) => of.clear()]) {
      const transcript = said([message(8), message(9)]);
      transcript.awaitEarlier();
      change(transcript);
      expect(transcript.prepend([{ message: message(7), about: ANOTHERS }], true)).toBe(false);
    }
  });

  test("what is read back is quoted by the replies that are held, and no two groups have one key", () => {
    const transcript = said([message(1), message(2), { ...message(3), re: 1 }]);
    transcript.trim(1);
    transcript.awaitEarlier();
    const earlier = [1, 2].map((seq) => ({ message: message(seq), about: ANOTHERS }));
    transcript.remove(3, false);
    transcript.restore({ ...message(3), re: 1 }, ANOTHERS);
    transcript.prepend(earlier, false);
    expect(JSON.stringify(transcript.entries)).toContain('"quote":{');
    expect(new Set(transcript.entries.map(({ key }) => key)).size).toBe(2);
  });

  test("trims from the start without regrouping what is left", () => {
    const sixty = Array.from({ length: 60 }, (_, n) => message(n, { user: n < 2 ? "b" : "a" }));
    const transcript = said(sixty);
    transcript.trim(59);
    expect(sizes(transcript.entries)).toEqual([2, 5, 3]);
  });
});

describe("time", () => {
  test("counts down to the second and never below zero", () => {
    expect(countdown(7 * HOUR + 25 * 60_000 + 11_001)).toBe("07:25:12");
    expect(countdown(-5)).toBe("00:00:00");
  });

  test("a day that changes its clocks has 23 or 25 hours", () => {
    expect(dayLength(Date.parse("2026-03-30T00:00:00+02:00"), "Europe/Berlin")).toBe(23 * HOUR);
    expect(dayLength(Date.parse("2026-10-26T00:00:00+01:00"), "Europe/Berlin")).toBe(25 * HOUR);
    expect(dayLength(Date.parse("2026-11-22T00:00:00-03:30"), "America/St_Johns")).toBe(24 * HOUR);
  });

  test("the next midnight knows it too, and a zone unknown here counts 24 hours", () => {
    const before = Date.parse("2026-10-25T00:00:00+02:00");
    expect(midnightAfter(before, "Europe/Berlin")).toBe(Date.parse("2026-10-26T00:00:00+01:00"));
    expect(midnightAfter(before, "Mars/Olympus")).toBe(before + 24 * HOUR);
  });

  test("tries to come back spread out, within half a minute", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.double({ min: 0, max: 0.999, noNaN: true }), (tries, random) => {
        const delay = backoff(tries, random);
        expect(delay).toBeGreaterThanOrEqual(250);
        expect(delay).toBeLessThanOrEqual(30_000);
      }),
    );
    expect(backoff(3, 0.5)).toBe(4_000);
  });
});

test("a length is counted as a reader sees it, and a pasted book is not counted out", () => {
  expect(length("abc")).toEqual({ count: 3, atLeast: false });
  expect(length("👩‍👩‍👧‍👦é")).toEqual({ count: 2, atLeast: false });
  expect(length("é".repeat(100_000))).toEqual({ count: 2_000, atLeast: true });
});
