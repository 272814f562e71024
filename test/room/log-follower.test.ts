import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { RoomEvent } from "../../src/events/kinds.ts";
import { LogFollower } from "../../src/room/log-follower.ts";

const quiet = (seq: number): RoomEvent => ({ type: "quiet", seq });
const events = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => quiet(from + index + 1));

/** A log whose reads end when the test says so, each with what was stored when it began. */
class SlowLog {
  head: number;
  readonly #reads: PromiseWithResolvers<void>[] = [];

  constructor(head: number) {
    this.head = head;
  }

  async after(seq: number, limit: number): Promise<RoomEvent[]> {
    const page = events(seq, Math.min(this.head, seq + limit));
    const read = Promise.withResolvers<void>();
    this.#reads.push(read);
    await read.promise;
    return page;
  }

  get reading(): boolean {
    return this.#reads.length > 0;
  }

  async finish(outcome: "works" | "fails"): Promise<void> {
    const read = this.#reads.shift();
    if (outcome === "works") read?.resolve();
    else read?.reject(new Error("The store does not answer."));
    await settled();
  }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function follow(log: SlowLog) {
  const delivered: number[] = [];
  const reports: unknown[] = [];
  const tail = new LogFollower(
    log,
    log.head,
    () => "2026-03-01",
    (some) => delivered.push(...some.map(({ seq }) => seq)),
    (error) => reports.push(error),
  );
  return { tail, delivered, reports };
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("append"),
      by: fc.integer({ min: 1, max: 3 }),
      node: fc.constantFrom("here", "there", "rung", "here late"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("append"),
      by: fc.integer({ min: 900, max: 2_500 }),
      node: fc.constantFrom("here", "there"),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("follow", "hand over"),
      by: fc.constant(0),
      node: fc.constant("here"),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("finish", "finish", "fail"),
      by: fc.constant(0),
      node: fc.constant("here"),
    }),
  },
);

describe("the tail of the log", () => {
  test("delivers each event once, in order, without gaps, whoever appended and whatever failed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const log = new SlowLog(7);
        const { tail, delivered } = follow(log);
        const late: RoomEvent[][] = [];
        for (const { do: what, by, node } of steps) {
          const before = log.head;
          log.head += by;
          if (what === "append") {
            const some = events(before, log.head);
            if (node === "here") tail.offer(some);
            else if (node === "here late") late.push(some);
            else if (node === "rung") tail.follow(log.head);
          } else if (what === "hand over") tail.offer(late.shift() ?? []);
          else if (what === "follow") tail.follow();
          else await log.finish(what === "fail" ? "fails" : "works");
          expect(delivered).toEqual(events(7, tail.head).map(({ seq }) => seq));
        }
        tail.follow();
        while (log.reading) await log.finish("works");
        tail.follow();
        while (log.reading) await log.finish("works");
        expect(tail.head).toBe(log.head);
        expect(delivered).toEqual(events(7, log.head).map(({ seq }) => seq));
      }),
      { numRuns: 300 },
    );
  });

  test("what this node committed next in line is delivered at once, without a read", () => {
    const log = new SlowLog(3);
    const { tail, delivered } = follow(log);
    tail.offer(events(3, 5));
    tail.follow(5);
    expect(delivered).toEqual([4, 5]);
    expect(log.reading).toBe(false);
  });

  test("what this node committed next in line is delivered at once, also while a read goes on", async () => {
    const log = new SlowLog(3);
    const { tail, delivered } = follow(log);
    tail.follow();
    expect(log.reading).toBe(true);
    log.head = 5;
    tail.offer(events(3, 5));
    expect(delivered).toEqual([4, 5]);
    while (log.reading) await log.finish("works");
    expect(delivered).toEqual([4, 5]);
  });

  test("what was asked for during a read that began too early is read by the next one", async () => {
    for (const ask of ["offer", "ring", "follow"] as const) {
      const log = new SlowLog(3);
      const { tail, delivered } = follow(log);
      log.head = 4;
      tail.follow();
      log.head = 5;
      if (ask === "offer") tail.offer([quiet(5)]);
      else tail.follow(ask === "ring" ? 5 : undefined);
      while (log.reading) await log.finish("works");
      expect(delivered).toEqual([4, 5]);
    }
  });

  test("a read that failed is reported, and the next goes on where it stopped", async () => {
    const log = new SlowLog(3);
    const { tail, delivered, reports } = follow(log);
    log.head = 1_500;
    tail.follow();
    await log.finish("works");
    await log.finish("fails");
    expect([delivered.length, reports.length, log.reading]).toEqual([1_000, 1, false]);
    tail.follow();
    while (log.reading) await log.finish("works");
    expect(delivered).toEqual(events(3, 1_500).map(({ seq }) => seq));
  });
});
