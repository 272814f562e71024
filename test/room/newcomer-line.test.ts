import { expect, setDefaultTimeout, test } from "bun:test";
import { NewcomerLines } from "../../src/room/newcomer-lines.ts";
import type { Submission } from "../../src/room/ports.ts";
import { Refusal } from "../../src/room/refusal.ts";
import { virtualClock } from "../harness/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { refusalOf } from "./refusals.ts";

setDefaultTimeout(TEST_MS);

const SECOND = 1_000;
const LONGEST = 20 * SECOND;

/** A log that takes one newcomer's message a second, and one of the pending, and notes whose. */
function line() {
  const clock = virtualClock("2026-03-01T12:00:00Z");
  const taken: string[] = [];
  const nextAt = { new: clock.now(), pending: clock.now() };
  const shielded = new Set<string>();
  const pending = new Set<string>();
  const queue = {
    async say({ sender, text, afterOthers }: Submission): Promise<number> {
      const standing = pending.has(sender.key) ? "pending" : "new";
      const wait = (nextAt[standing] - clock.now()) / SECOND;
      if (text === "link") throw new Refusal("newcomer", "no links");
      if (text === "shield" || shielded.has(sender.key))
        throw new Refusal("newcomer", "read first", 180);
      if (wait > 0 || afterOthers?.includes(standing))
        throw new Refusal("newcomer", "wait", Math.max(0, wait), standing);
      nextAt[standing] = clock.now() + SECOND;
      return taken.push(`${sender.key} ${text}`);
    },
  };
  const newcomers = new NewcomerLines(queue, clock, LONGEST);
  const told: number[] = [];
  const say = (key: string, text = "x", range: string | null = key, wasHere = false) =>
    newcomers.say(
      {
        sender: { key, range, name: key, kind: "guest", userId: null, since: null, wasHere },
        ref: null,
        text,
      },
      (seconds) => told.push(seconds),
    );
  /** Of what comes without another second: a wait that should be over must not stop the test. */
  const now = <Outcome>(outcome: Promise<Outcome>) =>
    Promise.race([outcome, clock.advance(0).then(() => "still waits")]);
  return { clock, taken, told, say, shielded, pending, now };
}

test("a newcomer before their turn waits, is told for how long, and goes by themselves", async () => {
  const { clock, taken, told, say } = line();
  await say("a");
  const second = say("b");
  const third = say("c");
  await clock.advance(0);
  expect(told).toEqual([1, 2]);
  expect(taken).toEqual(["a x"]);
  await clock.advance(2 * SECOND);
  expect(await Promise.all([second, third])).toEqual([2, 3]);
  expect(taken).toEqual(["a x", "b x", "c x"]);
});

test("whose range, and then whose pass, had the fewest turns is next", async () => {
  const { clock, taken, say } = line();
  await say("z");
  const first = say("a", "1", "house");
  await clock.advance(SECOND);
  await first;
  const said = [say("a", "2", "house"), say("b", "1", "house"), say("c", "1", "other")];
  await clock.advance(3 * SECOND);
  await Promise.all(said);
  expect(taken).toEqual(["z x", "a 1", "c 1", "b 1", "a 2"]);
});

test("between equals whoever was here before midnight is next, and not before who had fewer turns", async () => {
  const { clock, taken, say } = line();
  await say("z");
  const said = [say("came", "1"), say("here", "1", "here", true), say("more", "1", "more", true)];
  await clock.advance(2 * SECOND);
  said.push(say("here", "2", "here", true));
  await clock.advance(2 * SECOND);
  await Promise.all(said);
  expect(taken).toEqual(["z x", "here 1", "more 1", "came 1", "here 2"]);
});

test("a turn counts for as long as one is new: who had one two minutes ago comes after who had none", async () => {
  const { clock, taken, say } = line();
  await say("z");
  const early = say("a", "1");
  await clock.advance(SECOND);
  await early;
  await clock.advance(120 * SECOND);
  await say("z");
  const said = [say("a", "2"), say("b", "1")];
  await clock.advance(2 * SECOND);
  await Promise.all(said);
  expect(taken.slice(-2)).toEqual(["b 1", "a 2"]);
});

test("who is pending has turns of their own, however many others wait", async () => {
  const { clock, taken, told, say, pending } = line();
  pending.add("p").add("q");
  await say("a");
  const others = Array.from({ length: 9 }, (_, n) => say(`n${n}`));
  await say("p", "1");
  const said = [say("p", "2"), say("q", "1")];
  await clock.advance(0);
  expect(told.slice(-2)).toEqual([1, 2]);
  await clock.advance(2 * SECOND);
  await Promise.all(said);
  expect(taken.filter((one) => /^[pq]/.test(one))).toEqual(["p 1", "p 2", "q 1"]);
  await clock.advance(9 * SECOND);
  await Promise.all(others);
  expect(taken).toHaveLength(13);
});

test("a message waits for its longest wait, then is refused, and keeps its place when it comes again", async () => {
  const { clock, taken, say } = line();
  await say("a");
  const many = Array.from({ length: 25 }, (_, n) => say(`n${n}`).catch((error: unknown) => error));
  await clock.advance(LONGEST + SECOND);
  const refused = (await Promise.all(many)).filter((one) => one instanceof Refusal);
  expect(refused.length).toBe(25 - (taken.length - 1));
  expect(refused[0]).toMatchObject({ code: "newcomer", retryAfter: 1 });
  await say("b");
  const late = say("late");
  const again = say("n24");
  await clock.advance(3 * SECOND);
  await Promise.all([late, again]);
  expect(taken.slice(-2)).toEqual(["n24 x", "late x"]);
});

test("whom a shield stops while they wait is told so, and the others' turns come as before", async () => {
  const { clock, taken, say, shielded, now } = line();
  await say("a");
  const stopped = refusalOf(say("raider"));
  const others = [say("b"), say("c")];
  await clock.advance(0);
  shielded.add("raider");
  await clock.advance(2 * SECOND);
  expect(await now(stopped)).toMatchObject({ code: "newcomer", retryAfter: 180 });
  expect(await now(Promise.all(others))).toEqual([2, 3]);
  expect(taken).toEqual(["a x", "b x", "c x"]);
});

test("one message of a pass waits, and what waiting does not help is refused at once", async () => {
  const { say, now } = line();
  const refused = (key: string, text: string) => now(refusalOf(say(key, text)));
  await say("a");
  void say("b");
  expect(await refused("b", "more")).toMatchObject({ code: "newcomer", retryAfter: 10 });
  expect(await refused("c", "link")).toMatchObject({ code: "newcomer" });
  expect(await refused("c", "shield")).toMatchObject({ retryAfter: 180 });
});
