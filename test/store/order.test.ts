import { describe, expect, setDefaultTimeout, test } from "bun:test";
import fc from "fast-check";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, codes, nodesOf, range, say } from "./nodes.ts";

/** What one node says, batch after batch: small numbers for sender and ref, so that many repeat. */
const batches = fc.array(
  fc.array(fc.record({ sender: fc.nat(2), ref: fc.option(fc.nat(4)) }), { maxLength: 6 }),
  { maxLength: 5 },
);

// The first to ask for PostgreSQL starts it.
setDefaultTimeout(TEST_MS);

describe.each(STORES)("the one order of all nodes, on %s", (store) => {
  const newDay = nodesOf(store);

  test("whatever two nodes append at once has one gapless order, and each ref one place", async () => {
    await fc.assert(
      fc.asyncProperty(batches, batches, async (first, second) => {
        const { here, there, head, day } = await newDay();
        const append = (log: typeof here.log, all: typeof first) =>
          Promise.all(
            all.map(async (batch) => {
              const sent = batch.map(({ sender, ref }) =>
                say(`s${sender}`, "x", ref === null ? null : `r${ref}`),
              );
              const { events, outcomes } = await log.append(sent, AT);
              return { events, answers: sent.map((one, at) => ({ one, outcome: outcomes[at] })) };
            }),
          );
        const done = (
          await Promise.all([append(here.log, first), append(there.log, second)])
        ).flat();

        const stored = await there.log.after(head, 1_000, day);
        expect(stored.map(({ seq }) => seq)).toEqual(range(head + 1, stored.length));
        const committed = done.flatMap(({ events }) => events).sort((a, b) => a.seq - b.seq);
        expect(committed).toEqual(stored);

        const places = new Map<string, unknown>();
        for (const { one, outcome } of done.flatMap(({ answers }) => answers)) {
          if (one.ref === null || typeof outcome !== "number") continue;
          const key = `${one.sender.key} ${one.ref}`;
          expect(places.get(key) ?? outcome).toBe(outcome);
          places.set(key, outcome);
        }
      }),
      { numRuns: store === "postgres" ? 15 : 25 },
    );
  });

  test("however often a batch is sent again, to whichever node, it is stored once", async () => {
    const sends = fc.array(fc.tuple(fc.boolean(), fc.subarray(range(0, 8), { minLength: 1 })), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(sends, async (tries) => {
        const { here, there, day } = await newDay();
        const answers = await Promise.all(
          tries.map(async ([isHere, refs]) => {
            const sent = refs.map((ref) => say("a", `text ${ref}`, `r${ref}`));
            return codes((await (isHere ? here : there).log.append(sent, AT)).outcomes);
          }),
        );
        const refs = new Set(tries.flatMap(([, some]) => some));
        const messages = await here.log.history(day, 100);
        expect(messages.map(({ text }) => text).sort()).toEqual(
          [...refs].sort().map((ref) => `text ${ref}`),
        );
        expect(new Set(answers.flat())).toEqual(new Set(messages.map(({ id }) => id)));
      }),
      { numRuns: store === "postgres" ? 15 : 25 },
    );
  });

  test("a limit holds over any times at which two nodes ask, as a sliding window would", async () => {
    const attempts = fc.array(
      fc.tuple(fc.boolean(), fc.nat(20_000), fc.integer({ min: 1, max: 12 })),
      {
        maxLength: 14,
      },
    );
    await fc.assert(
      fc.asyncProperty(attempts, async (tries) => {
        const { here, there } = await newDay();
        const accepted: number[] = [];
        let at = AT;
        for (const [isHere, pause, count] of tries) {
          at += pause;
          const sent = range(0, count).map(() => say("a", "x"));
          const { outcomes } = await (isHere ? here : there).log.append(sent, at);
          for (const outcome of outcomes) {
            const recent = accepted.filter((time) => time > at - 60_000).length;
            expect(typeof outcome === "number").toBe(recent < 25);
            if (typeof outcome === "number") accepted.push(at);
          }
        }
      }),
      { numRuns: store === "postgres" ? 10 : 20 },
    );
  });
});
