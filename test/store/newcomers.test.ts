import { describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Submission } from "../../src/room/ports.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import type { Standing } from "../../src/room/standing.ts";
import { TEST_MS } from "../harness/limits.ts";
import { STORES } from "../harness/room.ts";
import { AT, codes, dayAfter, guest, nodesOf, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

describe.each(STORES)("newcomers, on %s", (store) => {
  const newDay = nodesOf(store, USUAL_LIMITS);
  let told = 0;
  /** When the people of this test spoke first, and when the rest of it is: an hour after the test before. */
  let begun = AT;
  let later = AT;

  /** A short word, and never the same. */
  const word = () => `w${told++}`;
  const newcomer = (key: string, range: string | null = key, text = word()): Submission => ({
    sender: { ...guest(key), range, since: later },
    ref: null,
    text,
  });
  const people = ["h1", "h2", "h3", "h4", "h5", "h6"];
  const heard = (key: string): Submission => ({
    sender: { ...guest(key), since: begun },
    ref: null,
    text: word(),
  });
  const many = (count: number, make: (key: string) => Submission = newcomer) =>
    Array.from({ length: count }, (_, index) => make(`n${index}`));
  const taken = (outcomes: readonly (number | { code: string })[]) =>
    outcomes.filter((outcome) => typeof outcome === "number").length;

  /** A day with six people who were heard, and who speak now. `more` were heard too. */
  async function conversation(more: readonly string[] = []) {
    const nodes = await newDay();
    begun = later + 60 * MINUTE;
    later = begun + 10 * MINUTE;
    await nodes.here.log.append([...people, ...more].map(heard), begun);
    await nodes.here.log.append(people.map(heard), later - SECOND);
    return nodes;
  }

  test("wait for nobody in an empty room", async () => {
    const { here } = await newDay();
    const { outcomes } = await here.log.append(many(40), later);
    expect(taken(outcomes)).toBe(40);
  });

  test("together say ten at once beside a conversation, then one a second, on all nodes together", async () => {
    const { here, there } = await conversation();
    const first = await here.log.append(many(8), later);
    const second = await there.log.append(many(8), later);
    expect(taken(first.outcomes) + taken(second.outcomes)).toBe(10);
    expect(second.outcomes.at(-1)).toMatchObject({ code: "newcomer", retryAfter: 1 });
    const third = await here.log.append(many(8), later + 3 * SECOND);
    expect(taken(third.outcomes)).toBe(3);
    expect(taken((await there.log.append(many(8), later + 3 * SECOND)).outcomes)).toBe(0);
  });

  test("go on after midnight with what they had left, said to whichever node", async () => {
    const { here, there, day } = await conversation();
    expect(taken((await here.log.append(many(10), later)).outcomes)).toBe(10);
    await here.log.turnDay(dayAfter(day), TOPIC, later + SECOND);
    // Nobody of the new day has spoken yet, and those who talked a second ago talk on.
    expect(taken((await there.log.append(many(8), later + SECOND)).outcomes)).toBe(1);
    expect(taken((await here.log.append(many(8), later + 2 * SECOND)).outcomes)).toBe(1);
  });

  test("who come after midnight leave what may be said at once to who was here before, but four lines", async () => {
    const { here, there, day } = await conversation();
    await here.log.turnDay(dayAfter(day), TOPIC, later);
    const early = await there.log.append(many(8), later);
    expect(taken(early.outcomes)).toBe(4);
    expect(early.outcomes.at(-1)).toMatchObject({ code: "newcomer", retryAfter: 1 });
    const wereHere = many(8, (key) => {
      const { sender, ...one } = newcomer(`here ${key}`);
      return { ...one, sender: { ...sender, wasHere: true } };
    });
    expect(taken((await here.log.append(wereHere, later)).outcomes)).toBe(6);
    // And then a message a second, whoever says it.
    expect(taken((await there.log.append(many(8), later + 6 * SECOND)).outcomes)).toBe(6);
  });

  test("who come after a midnight wait for nobody for longer than it takes to say what was left", async () => {
    const { here, day } = await conversation();
    await here.log.turnDay(dayAfter(day), TOPIC, later);
    expect(taken((await here.log.append(many(8), later)).outcomes)).toBe(4);
    expect(taken((await here.log.append(many(8), later + 2 * SECOND)).outcomes)).toBe(4);
    expect(taken((await here.log.append(many(8), later + 5 * SECOND)).outcomes)).toBe(6);
  });

  test("gain nothing from a node that starts, or heard nothing of them for a minute", async () => {
    const { here, there, open } = await conversation();
    await here.log.append(many(10), later);
    // As much as they may, so that nothing is ever left, for longer than a node looks back.
    let at = later;
    for (; at < later + 70 * SECOND; at += 2 * SECOND) {
      await here.log.append([newcomer(`a${at}`), newcomer(`b${at}`)], at);
    }
    for (const node of [await open(), there]) {
      expect(taken((await node.log.append(many(8), at)).outcomes)).toBe(2);
      at += 2 * SECOND;
    }
  });

  test("have the same after a clock that was a day ahead for a moment", async () => {
    const { here } = await conversation();
    await here.log.append([heard("h1")], later + 24 * 60 * MINUTE);
    await here.log.append([heard("h2")], later);
    expect(taken((await here.log.append(many(12), later)).outcomes)).toBe(10);
    expect(taken((await here.log.append(many(8), later + 2 * SECOND)).outcomes)).toBe(2);
  });

  /** Forty more who were heard. */
  const crowd = Array.from({ length: 40 }, (_, n) => `h${10 + n}`);

  test("say half as much as everyone else where that is more", async () => {
    const { here, there } = await conversation(crowd);
    // 120 messages within the last minute: one a second is half of that.
    await here.log.append([...crowd, ...crowd, ...crowd].map(heard), later);
    // In a busy room few at once.
    expect(taken((await there.log.append(many(10), later)).outcomes)).toBe(3);
    // Others' words, or those of newcomers would be too much of a screen.
    await here.log.append(crowd.map(heard), later + 2 * SECOND);
    const { outcomes } = await there.log.append(many(40), later + 2 * SECOND);
    expect(taken(outcomes)).toBe(2);
  });

  test("have four of any twenty lines beside a busy room, said to whichever node", async () => {
    const { here, there } = await conversation(crowd);
    await there.log.append(crowd.map(heard), later - SECOND);
    const lines: string[] = [];
    for (const [n, key] of crowd.entries()) {
      const node = n % 2 === 0 ? here : there;
      const batch = [heard(key), newcomer(`n${n}`), newcomer("n")];
      const { standings, outcomes } = await node.log.append(batch, later + n * 50);
      lines.push(...standings.filter((_, at) => typeof outcomes[at] === "number"));
    }
    const screens = lines.map((_, at) => lines.slice(at, at + 20).filter((who) => who === "new"));
    expect(Math.max(...screens.map(({ length }) => length))).toBe(4);
  });

  test("cost those who were heard nothing", async () => {
    const { here } = await conversation();
    await here.log.append(many(30), later);
    const { outcomes, standings } = await here.log.append(people.map(heard), later);
    expect(taken(outcomes)).toBe(people.length);
    expect(new Set(standings)).toEqual(new Set(["heard"]));
  });

  test("of one range share twenty a minute", async () => {
    const { here } = await conversation();
    let stored = 0;
    for (let second = 0; second < 59; second++) {
      const one = newcomer(`n${second}`, "one range");
      stored += taken((await here.log.append([one], later + second * SECOND)).outcomes);
    }
    expect(stored).toBe(20);
  });

  test("go behind those who wait on their node already", async () => {
    const { here } = await conversation();
    const say = (afterOthers: readonly Standing[]) => ({ ...newcomer("n"), afterOthers });
    const { outcomes } = await here.log.append([say(["new"]), say(["pending"])], later);
    expect(outcomes[0]).toMatchObject({ code: "newcomer", retryAfter: 0, among: "new" });
    expect(taken(outcomes)).toBe(1);
  });

  test("under the shield read for three minutes, and then say one in five seconds together", async () => {
    const { here, there } = await conversation();
    const staff = { key: "room", kind: "room" as const, userId: null };
    await there.log.apply("setShield", { minutes: 10 }, staff, later);
    const early = await here.log.append([newcomer("n0")], later + SECOND);
    expect(early.outcomes).toMatchObject([{ code: "newcomer", retryAfter: 179 }]);
    const read = later + 3 * MINUTE;
    expect(taken((await here.log.append(many(5), read)).outcomes)).toBe(1);
    expect(taken((await there.log.append(many(5), read + 5 * SECOND - 1)).outcomes)).toBe(0);
    expect(taken((await there.log.append(many(5), read + 5 * SECOND)).outcomes)).toBe(1);
    expect(taken((await here.log.append(people.map(heard), read)).outcomes)).toBe(people.length);
  });

  test("who would be heard but for the shield have four of twenty lines, and take no turn of others", async () => {
    const { here, there } = await conversation(crowd);
    const staff = { key: "room", kind: "room" as const, userId: null };
    await there.log.apply("setShield", { minutes: 30 }, staff, later);
    const passes = Array.from({ length: 12 }, (_, n) => newcomer(`p${n}`).sender);
    const say = (n: number) => ({ ...newcomer("p"), sender: passes[n % 12] ?? guest("p") });
    let at = later + 3 * MINUTE;
    for (let n = 0; n < 12; n++, at += 5 * SECOND) await here.log.append([say(n)], at);
    at += MINUTE;
    await there.log.append(crowd.map(heard), at - SECOND);
    const lines: string[] = [];
    for (const [n, key] of crowd.entries()) {
      const node = n % 2 === 0 ? here : there;
      const batch = [heard(key), say(n)];
      const { standings, outcomes } = await node.log.append(batch, at + n * 50);
      lines.push(...standings.filter((_, index) => typeof outcomes[index] === "number"));
    }
    expect(new Set(lines)).toEqual(new Set(["heard", "pending"]));
    const screens = lines.map((_, from) => lines.slice(from, from + 20));
    const theirs = screens.map((screen) => screen.filter((who) => who === "pending").length);
    expect(Math.max(...theirs)).toBe(4);
    for (let n = 0; n < 4; n++) {
      at += 5 * SECOND;
      expect(taken((await here.log.append([newcomer(`t${n}`)], at)).outcomes)).toBe(1);
      expect(taken((await there.log.append([say(n)], at + 2 * SECOND)).outcomes)).toBe(1);
    }
    await there.log.apply("setShield", { minutes: 0 }, staff, at);
  });

  test("say a text that two others of them said only a minute later; who was heard is free to", async () => {
    const { here } = await conversation();
    const texts = ["Down with PRINTERS!!!", "down with printers", "d o w n with prïnters"];
    const said = texts.map((text, index) => newcomer(`n${index}`, null, text));
    const { outcomes } = await here.log.append(said, later);
    expect(codes(outcomes).at(-1)).toBe("repeated");
    const last = newcomer("n3", null, "Dοwn with printers");
    expect((await here.log.append([last], later + 59 * SECOND)).outcomes).toMatchObject([
      { code: "repeated", retryAfter: 1 },
    ]);
    const one = { ...heard("h1"), text: "down with printers" };
    expect(taken((await here.log.append([one], later + 59 * SECOND)).outcomes)).toBe(1);
    expect(taken((await here.log.append([last], later + 60 * SECOND)).outcomes)).toBe(1);
  });

  test("and all others say one text again after two minutes", async () => {
    const { here } = await conversation();
    const text = "The bus was late again";
    const again = (at: number) => here.log.append([{ ...heard("h1"), text }], at);
    expect(taken((await again(later)).outcomes)).toBe(1);
    expect((await again(later + 30 * SECOND)).outcomes).toMatchObject([
      { code: "repeated", retryAfter: 90 },
    ]);
    expect(taken((await again(later + 2 * MINUTE)).outcomes)).toBe(1);
  });

  test.each([
    ["a link", "see https://example.org/x"],
    ["a host", "buy at spam.com now"],
    ["a wall of capitals", "THIS IS WHAT I HAVE TO SAY TO EVERYONE OF YOU"],
    ["a wall of emoji", "🤬".repeat(11)],
  ])("say no %s, which who was heard may", async (_, text) => {
    const { here } = await conversation();
    const { outcomes } = await here.log.append([newcomer("n", null, text)], later);
    expect(outcomes).toMatchObject([{ code: "newcomer" }]);
    expect(taken((await here.log.append([{ ...heard("h1"), text }], later)).outcomes)).toBe(1);
  });

  test.each(["No!!!", "WHY", "it costs 3.50 at least. Me too", "😡😡😡"])(
    "say %p",
    async (text) => {
      const { here } = await conversation();
      const { outcomes } = await here.log.append([newcomer("n", null, text)], later);
      expect(taken(outcomes)).toBe(1);
    },
  );
});
