import { expect, test } from "bun:test";
import type { LogEvent } from "../../src/wire/frames.ts";
import { type Held, judged } from "../../torture/power-cut/flips.ts";
import { newWitness, type Witness } from "../../torture/record.ts";

const HELD = held([1, 2, 3]);

test("a room that serves what it held, to the last message, has nothing to report", () => {
  expect(judged(served([1, 2, 3]), HELD, "")).toMatchObject({ outcome: "served", wrong: [] });
});

test.each([
  { text: "something else" },
  { user: "Angry Ottes 1" },
  { timestamp: "2026-03-01T12:00:01.000Z" },
])("another message is never right: %p", (changed) => {
  const read = served([1, 2]);
  read.runs[0]?.events.push({ ...message(3), ...changed });
  expect(judged(read, HELD, "").wrong).toEqual(["3 is served as another message"]);
});

test("a message that is left out must be named in the log", () => {
  const log = "The row of message 2 of 2026-03-01 is damaged";
  expect(judged(served([1, 3]), HELD, log)).toMatchObject({ named: 1, wrong: [] });
  for (const places of ["place 2", "places 2 to 3", "places 1 to 2"]) {
    const gone = `The log of 2026-03-01 has lost ${places}: something was stored there`;
    expect(judged(served([1, 3]), HELD, gone)).toMatchObject({ named: 1, wrong: [] });
  }
  const other = "The log of 2026-03-01 has lost places 3 to 20: something was stored there";
  for (const nothing of ["", other]) {
    const { wrong } = judged(served([1, 3]), HELD, nothing);
    expect(wrong).toEqual(["2 is left out without a word"]);
  }
});

test("an end that is lost must be told by another epoch", () => {
  expect(judged(served([1, 2], { head: 2, epoch: "f" }), HELD, "")).toMatchObject({
    told: 1,
    wrong: [],
  });
  expect(judged(served([1, 2], { head: 2 }), HELD, "").wrong).toEqual([
    "3 is lost, and the epoch is the same",
  ]);
});

test("a room that answers nobody must say why", () => {
  const silent = newWitness("reader");
  expect(judged(silent, HELD, "").wrong).toEqual(["nobody was answered"]);
  expect(judged(silent, HELD, "database disk image is malformed").wrong).toEqual([]);
});

function held(places: readonly number[]): Held {
  return { epoch: "e", messages: new Map(places.map((seq) => [seq, message(seq)])) };
}

function served(places: readonly number[], { head = 3, epoch = "e" } = {}): Witness {
  const witness = newWitness("reader");
  const events: LogEvent[] = places.map(message);
  const run = { start: 0, end: 0, epoch, after: undefined, recovered: false, head, seenAt: [] };
  witness.runs.push({ ...run, events });
  witness.acked.set("reader-0", head + 1);
  return witness;
}

function message(seq: number) {
  return {
    type: "message" as const,
    seq,
    id: seq,
    user: "Angry Otter 1",
    text: `text ${seq}`,
    timestamp: "2026-03-01T12:00:00.000Z",
    kind: "guest" as const,
  };
}
