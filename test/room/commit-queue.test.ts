import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import type { RoomEvent } from "../../src/events/kinds.ts";
import type { Ask } from "../../src/room/commands.ts";
import { CommitQueue } from "../../src/room/commit-queue.ts";
import type { Appended, Submission } from "../../src/room/ports.ts";
import { Refusal, type Refused } from "../../src/room/refusal.ts";
import { QUEUED_SUBMISSIONS } from "../../src/wire/limits.ts";
import { refusalOf } from "./refusals.ts";

const say = (text: string): Submission => ({
  sender: { key: "a", name: "A", kind: "guest", userId: null, range: null, since: null },
  ref: null,
  text,
});
const forget = (key: string): Ask => ({
  name: "eraseOwn",
  input: {},
  actor: { key, kind: "guest", userId: null },
});
const nameOf = ({ actor }: Ask) => `forget ${actor.key}`;
const REFUSED: Refused = { code: "not_found", detail: "No." };
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
const code = (error: unknown) => (error instanceof Refusal ? error.code : error);

/** A queue onto a log of texts, which commits, and fails, when the test says so. */
function openQueue() {
  const log: string[] = [];
  const notes: string[] = [];
  const errors: unknown[] = [];
  const batches: number[] = [];
  const asked: number[] = [];
  const gates: PromiseWithResolvers<void>[] = [];
  const gate = async () => {
    const own = Promise.withResolvers<void>();
    gates.push(own);
    await own.promise;
  };
  const committed = (events: RoomEvent[]) => {
    notes.push(...events.map(({ seq }) => `delivered ${seq}`));
  };
  const store = (texts: string[]): RoomEvent[] =>
    texts.map((text) => ({ type: "quiet", seq: log.push(text) }));
  const queue = new CommitQueue({
    ready: settled,
    append: async (submissions): Promise<Appended> => {
      batches.push(submissions.length);
      await gate();
      const events = store(submissions.map(({ text }) => text));
      return { events, outcomes: events.map(({ seq }) => seq), standings: [] };
    },
    applyAll: async (asks) => {
      asked.push(asks.length);
      await gate();
      const events = store(asks.map(nameOf));
      const done = { eraseOwn: { act: null, count: 0 } };
      return {
        events,
        result: asks.map((ask) => (ask.actor.key === "b" ? { refused: REFUSED } : { done })),
      };
    },
    committed,
    failed: (error) => errors.push(error),
  });
  return {
    queue,
    log,
    notes,
    errors,
    batches,
    asked,
    ask: (actor: string) => queue.ask(forget(actor)),
    /** A change that is not a message. */
    change: (name: string) =>
      queue.change(async () => {
        await gate();
        return { events: store([name]), result: name };
      }),
    say: async (text: string) => {
      const seq = await queue.say(say(text));
      notes.push(`answered ${seq}`);
      return seq;
    },
    /** Ends the commit in flight, once there is one. */
    async commit(failure?: Error): Promise<void> {
      while (gates.length === 0) await settled();
      const own = gates.shift();
      if (failure) own?.reject(failure);
      else own?.resolve();
      await settled();
    },
  };
}

describe("the commit queue", () => {
  test("keeps the order in which messages and other changes were asked for", async () => {
    const asked = fc.array(fc.constantFrom("say", "forget", "change", "commit"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(asked, async (steps) => {
        const room = openQueue();
        const expected: string[] = [];
        const answers: Promise<unknown>[] = [];
        for (const [index, step] of steps.entries()) {
          const name = `${step} ${index}`;
          if (step === "commit") {
            await settled();
            if (room.queue.busy) await room.commit();
            continue;
          }
          expected.push(name);
          if (step === "say") answers.push(room.say(name));
          else if (step === "change") answers.push(room.change(name));
          else answers.push(room.ask(`${index}`));
        }
        while (room.log.length < expected.length) await room.commit();
        await Promise.all(answers);
        expect(room.log).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });

  test("what is said while a commit is in flight is the next batch", async () => {
    const room = openQueue();
    const first = room.say("1");
    while (room.batches.length === 0) await settled();
    const rest = ["2", "3", "4"].map((text) => room.say(text));
    await room.commit();
    await room.commit();
    expect(await Promise.all([first, ...rest])).toEqual([1, 2, 3, 4]);
    expect(room.batches).toEqual([1, 3]);
  });

  test("nobody is answered before the commit, and everyone is delivered to before the answer", async () => {
    const room = openQueue();
    const said = Promise.all([room.say("1"), room.say("2")]);
    while (room.batches.length === 0) await settled();
    await settled();
    expect(room.notes).toEqual([]);
    await room.commit();
    await said;
    expect(room.notes).toEqual(["delivered 1", "delivered 2", "answered 1", "answered 2"]);
  });

  test("who says the next thing the moment the last is answered is heard", async () => {
    const room = openQueue();
    const dialogue = (async () => {
      for (const text of ["1", "2", "3"]) await room.queue.say(say(text));
    })();
    for (let commits = 0; commits < 3; commits++) await room.commit();
    await dialogue;
    expect(room.log).toEqual(["1", "2", "3"]);
  });

  test("a commit that fails refuses its whole batch as unavailable, reports it, and the next goes on", async () => {
    const room = openQueue();
    const batch = Promise.allSettled([room.say("1"), room.say("2")]);
    while (room.batches.length === 0) await settled();
    const next = room.say("3");
    const failure = new Error("disk full");
    await room.commit(failure);
    await room.commit();
    const refused = (await batch).map((one) => one.status === "rejected" && code(one.reason));
    expect(refused).toEqual(["unavailable", "unavailable"]);
    expect(room.errors).toEqual([failure]);
    expect(await next).toBe(1);
  });

  test("what is asked while a change is in flight shares the next one, whatever was refused of it", async () => {
    const room = openQueue();
    const first = room.change("clear");
    const rest = Promise.allSettled(["a", "b", "c"].map((key) => room.ask(key)));
    await room.commit();
    await room.commit();
    await first;
    const done = { eraseOwn: { act: null, count: 0 } };
    expect(await rest).toEqual([
      { status: "fulfilled", value: done },
      { status: "rejected", reason: Refusal.from(REFUSED) },
      { status: "fulfilled", value: done },
    ]);
    expect(room.asked).toEqual([3]);
  });

  test("a crowd that asks is served in parts, and what is said in between is not behind all of it", async () => {
    const room = openQueue();
    const before = Promise.all(Array.from({ length: 100 }, (_, at) => room.ask(`${at}`)));
    const said = room.say("1");
    const after = Promise.all(Array.from({ length: 100 }, (_, at) => room.ask(`${at}`)));
    while (room.log.length < 201) await room.commit();
    await Promise.all([before, said, after]);
    expect(room.asked).toEqual([64, 36, 64, 36]);
    expect(room.log.indexOf("1")).toBe(100);
  });

  test("a change that is refused tells why; one that fails is unavailable", async () => {
    const room = openQueue();
    const refused = room.change("ban");
    const broken = room.change("clear");
    refused.catch(() => undefined);
    broken.catch(() => undefined);
    await room.commit(new Refusal("admin_protected", "No."));
    await room.commit(new Error("gone"));
    expect(await refusalOf(refused)).toMatchObject({ code: "admin_protected" });
    expect(await refusalOf(broken)).toMatchObject({ code: "unavailable" });
    expect(room.errors).toHaveLength(1);
  });

  test("it holds so many messages and no more, and has room again after a commit", async () => {
    const room = openQueue();
    const first = room.say("first");
    while (room.batches.length === 0) await settled();
    const waiting = Array.from({ length: QUEUED_SUBMISSIONS }, (_, index) =>
      room.queue.say(say(`${index}`)),
    );
    expect(await refusalOf(room.say("one more"))).toMatchObject({ code: "busy", retryAfter: 1 });
    await room.commit();
    await first;
    while (room.batches.length === 1) await settled();
    const another = room.say("another");
    while (room.log.length < QUEUED_SUBMISSIONS + 2) await room.commit();
    await Promise.all(waiting);
    expect(await another).toBe(QUEUED_SUBMISSIONS + 2);
    expect(Math.max(...room.batches)).toBeLessThanOrEqual(1_000);
  });

  test("it is drained when everything asked for was answered, and at once when nothing was", async () => {
    const room = openQueue();
    await room.queue.drained();
    const said = room.say("1");
    const drained = room.queue.drained().then(() => room.notes.push("drained"));
    await room.commit();
    await Promise.all([said, drained]);
    expect(room.notes).toEqual(["delivered 1", "answered 1", "drained"]);
    expect(room.queue.busy).toBe(false);
  });
});
