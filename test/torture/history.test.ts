import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { type Act, checkHistory } from "../../torture/history.ts";

const EPOCH = "e";
type Times = { start?: number; end?: number; epoch?: string };

function join(
  client: string,
  seq: number,
  after: number | null = null,
  times: Times = {},
): Extract<Act, { act: "join" }> {
  const recovered = after !== null;
  return { act: "join", client, seq, after, recovered, start: 0, end: 0, epoch: EPOCH, ...times };
}
function see(client: string, seq: number, what: string | null = `m${seq}`, times: Times = {}): Act {
  const one = { start: 0, end: 0, epoch: EPOCH, ...times };
  return { act: "see", client, seq, what, clears: what === "cleared", ...one };
}
function say(client: string, seq: number, start: number, end: number, epoch = EPOCH): Act {
  return { act: "say", client, seq, what: `m${seq}`, start, end, epoch };
}
const find = (seq: number, what = `m${seq}`): Act => ({ act: "find", seq, what, epoch: EPOCH });
const snapshot = (join: Extract<Act, { act: "join" }>): Act => ({ ...join, recovered: false });
const kinds = (acts: readonly Act[], options = {}) =>
  checkHistory(acts, options).map(({ kind }) => kind);

/** An evening of one log: whoever says something is told where it is, and everyone sees everything. */
const evenings = fc
  .array(
    fc.record({ wait: fc.integer({ min: 0, max: 9 }), takes: fc.integer({ min: 0, max: 9 }) }),
    {
      minLength: 3,
      maxLength: 30,
    },
  )
  .map((said) => {
    let now = 0;
    const says = said.map(({ wait, takes }, index) => {
      now += wait;
      return say("a", index + 1, Math.max(0, now - takes), now + takes);
    });
    const readers = ["b", "c"].flatMap((reader) => [
      join(reader, 0),
      ...says.map(({ seq }) => see(reader, seq, undefined, { start: now + 20, end: now + 20 })),
    ]);
    return { says, acts: [...says, ...readers] };
  });

test("a history that one log explains has no fault", () => {
  fc.assert(fc.property(evenings, ({ acts }) => expect(checkHistory(acts)).toEqual([])));
});

test("two messages that changed places are found, where one was stored before the other was said", () => {
  fc.assert(
    fc.property(evenings, fc.nat(), ({ says, acts }, at) => {
      const first = says[at % (says.length - 1)];
      const second = says[(at % (says.length - 1)) + 1];
      if (first?.act !== "say" || second?.act !== "say") throw new Error("Too little was said.");
      const swapped = acts.map((act) => {
        if (act === first) return { ...second, start: first.start, end: first.end };
        return act === second ? { ...first, start: second.start, end: second.end } : act;
      });
      const isProvable = first.end < second.start;
      expect(kinds(swapped)).toEqual(isProvable ? ["real_time"] : []);
    }),
  );
});

test("a message that was seen before anybody said it is found", () => {
  const acts = [join("b", 0), see("b", 1, "m1", { end: 5 }), say("a", 1, 6, 7)];
  expect(kinds(acts)).toEqual(["real_time"]);
});

test("a message that stands before one that somebody had seen when it was said is found", () => {
  const acts = [join("b", 2, 1), see("b", 2, "m2", { end: 5 }), say("a", 1, 6, 7)];
  expect(kinds(acts)).toEqual(["real_time"]);
});

describe("one client", () => {
  test.each<[string, Act[]]>([
    ["a hole", [join("a", 3, 3), see("a", 5)]],
    ["an event twice", [join("a", 3, 3), see("a", 4), see("a", 4)]],
    ["a resumption that leaves one out", [join("a", 5, 3), see("a", 5)]],
    ["a snapshot out of order", [join("a", 5), see("a", 4), see("a", 3)]],
    ["what follows a snapshot later than its head", [join("a", 5), see("a", 4), see("a", 7)]],
  ])("is given %s: found", (_, acts) => {
    expect(kinds(acts)).toEqual(["order"]);
  });

  test("may be given a snapshot with holes, and what follows its head", () => {
    const acts = [
      join("a", 5),
      see("a", 2),
      see("a", 5),
      see("a", 6),
      join("a", 7, 6),
      see("a", 7),
    ];
    expect(checkHistory(acts)).toEqual([]);
  });

  test.each<[string, Act[]]>([
    ["in another epoch", [join("a", 5), join("a", 9, 5, { epoch: "f" })]],
    ["before what it holds", [join("a", 5), join("a", 4, 5)]],
    ["with nothing", [{ ...join("a", 5), recovered: true }]],
  ])("goes on %s: found", (_, acts) => {
    expect(kinds(acts)).toEqual(["resume"]);
  });

  test("is told of a loss that was none: found, where a node could have given all of it again", () => {
    const told = [join("a", 5), see("a", 6), snapshot(join("a", 9, 6))];
    expect(kinds(told, { resumes: 3 })).toEqual(["needless"]);
    expect(kinds(told, { resumes: 2 })).toEqual([]);
    expect(kinds([...told, see("b", 8, "cleared")], { resumes: 3 })).not.toContain("needless");
    const other = [join("a", 5), snapshot(join("a", 9, 6, { epoch: "f" }))];
    expect(kinds(other, { resumes: 3 })).toEqual([]);
  });

  test("is told of a loss by a node that is behind it: found", () => {
    expect(kinds([join("a", 5), snapshot(join("a", 4, 5))], { resumes: 3 })).toEqual(["needless"]);
  });
});

describe("at one position", () => {
  test.each<[string, Act[]]>([
    ["two clients see two things", [join("a", 0), join("b", 0), see("a", 1), see("b", 1, "x")]],
    ["one sees another thing than was said", [join("b", 0), see("b", 1, "x"), say("a", 1, 0, 1)]],
    ["the store holds another thing", [say("a", 1, 0, 1), find(1, "x")]],
  ])("%s: found", (_, acts) => {
    expect(kinds(acts)).toEqual(["chain"]);
  });

  test("a text that is gone contradicts nobody, and neither does another log", () => {
    const acts = [
      ...[join("a", 0), see("a", 1), see("a", 2)],
      ...[join("b", 0), see("b", 1, null)],
      ...[join("c", 0, null, { epoch: "f" }), see("c", 1, "x", { epoch: "f" })],
      find(2),
    ];
    expect(checkHistory(acts)).toEqual([]);
  });
});
