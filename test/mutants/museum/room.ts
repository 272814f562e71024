import type { MendedFault } from "../mended-fault.ts";

/** Those of the room itself, of names and of texts. */
export const OF_THE_ROOM: readonly MendedFault[] = [
  {
    name: "whoever asked during a read that began too early is never read for",
    file: "src/room/log-follower.ts",
    right: "this.#hint = Math.max(this.#hint, hint);\n    if (this.#reading) return;\n",
    wrong: "if (this.#reading) return;\n    this.#hint = Math.max(this.#hint, hint);\n",
    test: "test/room/log-follower.test.ts",
    named: "what was asked for during a read that began too early is read by the next one",
  },
  {
    name: "what this node commits during a read waits for that read",
    file: "src/room/log-follower.ts",
    right: "if (first.seq === this.#head + 1) {",
    wrong: "if (!this.#reading && first.seq === this.#head + 1) {",
    test: "test/room/log-follower.test.ts",
    named: "what this node committed next in line is delivered at once, also while a read goes on",
  },
  {
    name: "a newcomer who waited in vain stands at the end of the line again",
    file: "src/room/newcomer-line.ts",
    right: "if (!this.#waitsSince.has(key)) this.#waitsSince.set(key, now);",
    wrong: "this.#waitsSince.set(key, now);",
    test: "test/room/newcomer-line.test.ts",
    named:
      "a message waits for its longest wait, then is refused, and keeps its place when it comes again",
  },
  {
    name: "several messages of one newcomer wait at a time",
    file: "src/room/newcomer-line.ts",
    right: "this.#waiting.size >= LONGEST_LINE || this.#keys.has(key)",
    wrong: "this.#waiting.size >= LONGEST_LINE",
    test: "test/room/newcomer-line.test.ts",
    named: "one message of a pass waits, and what waiting does not help is refused at once",
  },
  {
    name: "whoever waits when the shield goes up holds up all others",
    file: "src/room/newcomer-line.ts",
    right: "if (this.isBeforeTurn(outcome)) {",
    wrong: 'if (outcome instanceof Refusal && outcome.code === "newcomer") {',
    test: "test/room/newcomer-line.test.ts",
    named: "whom a shield stops while they wait is told so, and the others' turns come as before",
  },
  {
    name: "right after midnight a raid takes the turns of those who were talking before it",
    file: "src/room/newcomer-line.ts",
    right: "const had = turns + (wasHere ? 0 : 0.5);",
    wrong: "const had = turns + (wasHere ? 0 : 0);",
    test: "test/room/newcomer-line.test.ts",
    named:
      "between equals whoever was here before midnight is next, and not before who had fewer turns",
  },
  {
    name: "a raid is seen after ten seconds where the room is busy",
    file: "src/room/raid-watch.ts",
    right: "[FIRST_S, WINDOW_S].map",
    wrong: "[WINDOW_S].map",
    test: "test/room/raid-watch.test.ts",
    named: "is seen within two seconds beside a lively room",
  },
  {
    name: "a crowd that waits and tries again is taken for a raid",
    file: "src/room/raid-watch.ts",
    right: "const newcomers = once(within(this.#newcomers, seconds, at));",
    wrong: "const newcomers = within(this.#newcomers, seconds, at);",
    test: "test/room/raid-watch.test.ts",
    named: "is no crowd that waits, and tries the same messages again",
  },
  {
    name: "what everybody says when something happens is taken for a raid",
    file: "src/room/raid-watch.ts",
    right: "return count > 1 && (heard.get(likeness) ?? 0) < everybody;",
    wrong: "return count > 1 && everybody > 0;",
    test: "test/room/raid-watch.test.ts",
    named: "is not what those who were heard say too, when something happens",
  },
  {
    name: "a name that looks like another once it is folded",
    file: "src/room/names.ts",
    right: "return folded(folded(bare(name)));",
    wrong: "return folded(bare(name));",
    test: "test/room/names.test.ts",
    named: "look alike",
  },
  {
    name: "letters that look alike in one case alone make another name",
    file: "src/room/names.ts",
    right: "return [nameKey(name), nameKey(skeleton(name))];",
    wrong: "return [nameKey(name), nameKey(name)];",
    test: "test/room/names.test.ts",
    named:
      "whatever Unicode's table says of a letter, a name with it is known by what it looks like",
  },
  {
    name: "a name holds a filler that shows nothing",
    file: "src/room/names.ts",
    right: 'text.normalize("NFKC").replace(/[\\p{C}\\p{DI}]/gu, "")',
    wrong: 'text.normalize("NFKC").replace(/\\p{C}/gu, "")',
    test: "test/room/names.test.ts",
    named: "is shown as",
  },
  {
    name: "turns are forgotten after a minute, and a crowd's first messages wait for others' second",
    file: "src/room/newcomer-line.ts",
    right: "const REMEMBERED_MS = 3 * 60_000;",
    wrong: "const REMEMBERED_MS = 60_000;",
    test: "test/room/newcomer-line.test.ts",
    named:
      "a turn counts for as long as one is new: who had one two minutes ago comes after who had none",
  },
  {
    name: "the room raises the shield again that staff ended",
    file: "src/jobs/raise-shield.ts",
    right:
      "if (before !== null && up === null && now < before.until) restsUntil = now + RESTED_MS;",
    wrong: "",
    test: "test/room/raise-shield.test.ts",
    named: "a shield that staff ended stays down for as long as it would have been up",
  },
  {
    name: "during a raid the log is asked for the shield with each batch",
    file: "src/jobs/raise-shield.ts",
    right: "isAsking || at < restsUntil || !isDue(room, at) || ",
    wrong: "at < restsUntil || ",
    test: "test/room/raise-shield.test.ts",
    named:
      "while a raid goes on, the log is asked for a shield once, and again when it would be renewed",
  },
  {
    name: "a name mixes scripts, so that nobody sees which letter is which",
    file: "src/room/names.ts",
    right: "if (!isOfOneWriting(name)) {",
    wrong: "if (name.length < 0 && !isOfOneWriting(name)) {",
    test: "test/room/names.test.ts",
    named: "is refused, for it deceives",
  },
  {
    name: "a name whose letters combine once what is invisible is gone",
    file: "src/room/names.ts",
    right: `    .normalize("NFKC")
    .replace(/\\s+/g, " ")
    .trim();
  return name === text ? name : shown(name);`,
    wrong: `    .replace(/\\s+/g, " ")
    .trim();
  return name;`,
    test: "test/room/names.test.ts",
    named: "is shown as",
  },
  {
    name: "a filler that shows nothing stays in a text",
    file: "src/room/invisible.ts",
    right: '|\\\\p{DI})`, "gu");',
    wrong: '|[\\\\p{Cf}\\\\p{M}])`, "gu");',
    test: "test/room/text.test.ts",
    named: "is taken out",
  },
  {
    name: "a message of as many lines as fit its length",
    file: "src/room/text.ts",
    right: 'if (text.split("\\n").length > TEXT_LINES) {',
    wrong: 'if (text.split("\\n").length > TEXT_GRAPHEMES) {',
    test: "test/room/text.test.ts",
    named:
      "are at most 20, empty ones among them, and as many as are left when empty ones are folded",
  },
  {
    name: "500 emoji of families are too long",
    file: "src/wire/limits.ts",
    right: "export const TEXT_UNITS = 6_000;",
    wrong: "export const TEXT_UNITS = 5_000;",
    test: "test/room/text.test.ts",
    named: "length is counted as a reader sees it: 500 of anything fit, 501 do not",
    says: /^Refusal: A message has at most 500 characters/m,
  },
];
