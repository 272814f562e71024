import { expect, test } from "bun:test";
import type { LogEvent } from "../../src/wire/frames.ts";
import { check } from "../../torture/check.ts";
import { newWitness, type Run, type Stored, type Witness } from "../../torture/record.ts";

const DAY = "2026-03-01";

test("a record in which all is well has nothing to report", () => {
  expect(check(everyone(), store())).toEqual([]);
});

test("an acknowledged message that the store does not have is lost", () => {
  const stored = store({ messages: store().messages.filter(({ id }) => id !== 4) });
  expect(kinds(everyone(), stored)).toContain("lost");
});

test("an acknowledged message stored with another text is lost", () => {
  const messages = store().messages.map((message) =>
    message.id === 4 ? { ...message, text: "something else" } : message,
  );
  expect(kinds(everyone(), store({ messages }))).toContain("lost");
});

test("one text at two places of the store is doubled", () => {
  const messages = [...store().messages, { id: 6, text: "b-0 grr", day: DAY }];
  expect(kinds(everyone(), store({ messages, head: 6 }))).toEqual(["doubled"]);
});

test("one text seen at two places is doubled, wherever it is stored", () => {
  const [a, b] = everyone();
  b?.runs[0]?.events.push(message(6, "a-0 grr"));
  expect(kinds([a, b], store())).toContain("doubled");
});

test("the same text on both sides of a midnight is not doubled", () => {
  const witness = seen([message(4, "a-0 grr"), cleared(5, "2026-03-02"), message(6, "a-0 grr")]);
  const stored = store({
    day: "2026-03-02",
    head: 6,
    messages: [{ id: 6, text: "a-0 grr", day: "2026-03-02" }],
    events: [{ seq: 5, kind: "cleared", data: "2026-03-02" }],
  });
  expect(check([witness], stored)).toEqual([]);
});

const DISORDERS: [name: string, run: Partial<Run>][] = [
  ["a hole", { events: [message(5, "b-0 grr")] }],
  ["an event twice", { events: [message(4, "a-0 grr"), message(4, "a-0 grr")] }],
  ["two events the wrong way round", { events: [message(5, "b-0 grr"), message(4, "a-0 grr")] }],
  [
    "a resumption that leaves one out",
    { after: 3, recovered: true, head: 5, events: [message(5, "b-0 grr")] },
  ],
  ["a snapshot out of order", { head: 5, events: [message(5, "b-0 grr"), message(4, "a-0 grr")] }],
];

test.each(DISORDERS)("out of order: %s", (_name, run) => {
  expect(kinds([seen([], run)], store())).toContain("disorder");
});

test("a snapshot may have holes, and what follows it stands next to its head", () => {
  const run = { head: 4, events: [message(4, "a-0 grr"), message(5, "b-0 grr")] };
  expect(check([seen([], run)], store())).toEqual([]);
});

test("a place of the store with nothing in it is out of order", () => {
  expect(kinds(everyone(), store({ events: [] }))).toContain("disorder");
});

test("two clients that saw different messages at one place are noticed", () => {
  const liar = seen([message(4, "c-0 grr"), message(5, "b-0 grr")]);
  expect(kinds([...everyone(), liar], store())).toContain("other");
});

test("a message that was seen and never stored is noticed", () => {
  const ghost = seen([message(4, "a-0 grr"), message(5, "b-0 grr"), message(6, "c-0 grr")]);
  expect(kinds([ghost], store())).toEqual(["other"]);
});

test("a message of yesterday that is still stored, or given to a newcomer, is noticed", () => {
  const turned = { kind: "cleared", data: "2026-03-02" };
  const stored = store({ day: "2026-03-02", head: 5, events: [{ ...turned, seq: 5 }] });
  const old = { id: 4, text: "a-0 grr", day: DAY };
  expect(kinds([], { ...stored, messages: [old] })).toEqual(["other"]);
  const newcomer = seen([], { head: 5, events: [message(4, "a-0 grr")] });
  expect(kinds([newcomer], { ...stored, messages: [] })).toEqual(["other"]);
});

test("a message that never got an answer is noticed, unless the day ended first", () => {
  const [a, b] = everyone();
  a?.sent.set("a-1", "a-1 grr");
  expect(kinds([a, b], store())).toEqual(["other"]);
  a?.forgotten.add("a-1");
  expect(
    check(
      [a, b].filter((one) => one !== undefined),
      store(),
    ),
  ).toEqual([]);
});

test("a client that is told of a loss that was none is noticed", () => {
  const witness = seen([]);
  const again = { after: 3, head: 5, events: [message(4, "a-0 grr"), message(5, "b-0 grr")] };
  witness.runs.push(...seen([], again).runs);
  expect(kinds([witness], store())).toEqual(["other"]);
});

test("a message that stands before one that was acknowledged when it was said is out of order", () => {
  const [a, b] = everyone();
  a?.sentAt.set("a-0", 20);
  a?.ackedAt.set("a-0", 30);
  b?.sentAt.set("b-0", 0);
  b?.ackedAt.set("b-0", 10);
  expect(kinds([a, b], store())).toContain("disorder");
});

/** Two clients who each said something and saw both. */
function everyone(): Witness[] {
  const both = [message(4, "a-0 grr"), message(5, "b-0 grr")];
  const a = seen(both);
  a.sent.set("a-0", "a-0 grr");
  a.acked.set("a-0", 4);
  const b = seen(both);
  b.sent.set("b-0", "b-0 grr");
  b.acked.set("b-0", 5);
  return [a, b];
}

function seen(events: LogEvent[], run: Partial<Run> = {}): Witness {
  const witness = newWitness("somebody");
  const times = { start: 0, end: 0, seenAt: [] };
  const joined = { ...times, epoch: "e", after: undefined, recovered: false, head: 3 };
  witness.runs.push({ ...joined, events: [...events], ...run });
  return witness;
}

function store(change: Partial<Stored> = {}): Stored {
  return {
    head: 5,
    epoch: "e",
    day: DAY,
    messages: [
      { id: 4, text: "a-0 grr", day: DAY },
      { id: 5, text: "b-0 grr", day: DAY },
    ],
    events: [
      { seq: 1, kind: "cleared", data: DAY },
      { seq: 2, kind: "topic", data: "{}" },
      { seq: 3, kind: "topic", data: "{}" },
    ],
    ...change,
  };
}

function message(seq: number, text: string): LogEvent {
  const timestamp = "2026-03-01T12:00:00.000Z";
  return { type: "message", seq, id: seq, user: "Angry Otter 1", text, timestamp, kind: "guest" };
}

function cleared(seq: number, day: string): LogEvent {
  return { type: "cleared", seq, day };
}

function kinds(witnesses: readonly (Witness | undefined)[], stored: Stored): string[] {
  const present = witnesses.filter((witness) => witness !== undefined);
  return check(present, stored).map(({ kind }) => kind);
}
