/** One fail-over of each kind, under load, and what the verdict of many of them must find. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { check } from "../../torture/check.ts";
import { failOvers, type Mode } from "../../torture/fail-over-run.ts";
import { lossesSaid, lostOf, saidAgainOf, toldLate } from "../../torture/losses.ts";
import { Random } from "../../torture/random.ts";
import { newWitness, type Run, type Stored, type Witness } from "../../torture/record.ts";
import { TEST_MS } from "../harness/limits.ts";

setDefaultTimeout(TEST_MS);

function oneFailOver(mode: Mode) {
  const ended = new AbortController().signal;
  const progress = () => undefined;
  return failOvers({ mode, count: 1, random: new Random(7), durable: false, progress, ended });
}

test("with a synchronous standby nothing that was acknowledged is lost", async () => {
  const { acked, lost, violations } = await oneFailOver("sync");
  expect(acked).toBeGreaterThan(0);
  expect({ lost, violations }).toEqual({ lost: 0, violations: [] });
});

test("with a standby that lags everyone is told of what is lost, and what has no ack is said again", async () => {
  const { lost, violations, strictly } = await oneFailOver("async");
  expect(lost).toBeGreaterThan(0);
  expect(violations).toEqual([]);
  expect(strictly.filter(({ kind }) => kind === "lost")).toHaveLength(lost);
});

describe("the verdict", () => {
  test("excuses what is lost only to those who were told so", () => {
    const told = holding(run("old", 5), run("new", 4));
    expect(check([told], STORED, lossesSaid(STORED))).toEqual([]);
    expect(check([told], STORED).map(({ kind }) => kind)).toContain("lost");
    expect(lostOf([told], STORED)).toBe(1);
    for (const witness of [
      holding(run("old", 5)),
      holding(run("old", 5), { ...run("new", 5), after: 5, recovered: true }),
    ]) {
      const found = check([witness], STORED, lossesSaid(STORED));
      expect(found.map(({ kind }) => kind)).toContain("lost");
    }
  });

  test("excuses nothing in the log that is there in the end", () => {
    const witness = holding(run("old", 5), run("new", 4));
    witness.ackedIn.set("a-0", "new");
    const found = check([witness], STORED, lossesSaid(STORED));
    expect(found.map(({ kind }) => kind)).toContain("lost");
  });

  test("finds who came back to a log that was left", () => {
    expect(toldLate([holding(run("old", 5, 1), run("new", 4, 2), run("old", 5, 3))])).toHaveLength(
      1,
    );
    expect(toldLate([holding(run("old", 5, 1), run("old", 5, 2), run("new", 4, 3))])).toEqual([]);
  });

  test("lets in the log that others have left once, and not twice", () => {
    const other = holding(run("old", 5, 1), run("new", 4, 2));
    const late = (...times: number[]) =>
      holding(...times.map((end) => run("old", 5, end)), run("new", 4, 9));
    expect(toldLate([other, late(1, 3)])).toEqual([]);
    expect(toldLate([other, late(1, 3, 4)])).toHaveLength(1);
  });

  test("counts what was said in one log and acknowledged in the next", () => {
    const witness = holding(run("old", 5, 1), run("new", 4, 5));
    witness.ackedIn.set("a-0", "new");
    for (const [sentAt, count] of [
      [3, 1],
      [6, 0],
    ] as const) {
      witness.sentAt.set("a-0", sentAt);
      expect(saidAgainOf([witness])).toBe(count);
    }
  });
});

/** Said, and was told in the log `old` that it is at 5, which the store does not have. */
function holding(...runs: Run[]): Witness {
  const witness = newWitness("a");
  witness.sent.set("a-0", "a-0 grr");
  witness.acked.set("a-0", 5);
  witness.ackedIn.set("a-0", "old");
  witness.runs.push(...runs);
  return witness;
}

function run(epoch: string, head: number, end = 0): Run {
  const times = { start: end, end, seenAt: [] };
  return { ...times, epoch, after: undefined, recovered: false, head, events: [] };
}

const STORED: Stored = {
  head: 4,
  epoch: "new",
  day: "2026-03-01",
  messages: [],
  events: [1, 2, 3, 4].map((seq) => ({ seq, kind: "topic", data: "{}" })),
};
