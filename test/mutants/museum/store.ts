import type { MendedFault } from "../mended-fault.ts";

/** Those of the log and its epoch. */
export const OF_THE_STORE: readonly MendedFault[] = [
  {
    name: "what a guest of yesterday says is stored today",
    file: "src/store/log/append.ts",
    right: "if (isOfAnotherDay(say.sender, place)) return ANOTHER_DAY;",
    wrong: "",
    test: "test/store/append.test.ts",
    named:
      "a guest of another day is neither stored nor heard, and may say it again as who they are by then",
  },
  {
    name: "an epoch that was left is followed again",
    file: "src/store/log/epoch.ts",
    right: 'const isLeft = row.epoch === "" || this.#left.includes(row.epoch);',
    wrong: 'const isLeft = row.epoch === "";',
    test: "test/store/epoch.test.ts",
    named: "go back to no epoch that was left, running or after a start",
  },
  {
    name: "a start forgets which epochs were left",
    file: "src/store/log/epoch.ts",
    right: "this.#left = known?.left ?? [];",
    wrong: "this.#left = [];",
    test: "test/store/epoch.test.ts",
    named: "go back to no epoch that was left, running or after a start",
  },
  {
    name: "a copy of the database that was put back is taken for the log it was a copy of",
    file: "src/store/log/head-file.ts",
    right: "const isOriginal = fstatSync(this.#handle).ctimeMs <= at + WRITE_MS;",
    wrong: "const isOriginal = fstatSync(this.#handle).ctimeMs > 0;",
    test: "test/store/epoch.test.ts",
    named: "where the folder was put back, with what was known",
  },
  {
    name: "who comes back does not hear of a removal, where a bit of what was left in its place is flipped",
    file: "src/store/log/chain.ts",
    right: "return stones.length > 0 ? stones : both;",
    wrong: "return both;",
    test: "test/store/chain-evening.test.ts",
    named:
      "that a message was taken away is told, although the link that was left in its place is damaged",
  },
  {
    name: "the receipt counts what stands, and not what was said",
    file: "src/store/erasure/count-day.ts",
    right: "SELECT COUNT(*) AS messages FROM sends WHERE seq BETWEEN",
    wrong: "SELECT COUNT(*) AS messages FROM messages WHERE id BETWEEN",
    test: "test/store/receipt-counts.test.ts",
    named: "counts everything that was said and everyone who said it, deleted and cleared too",
    store: "sqlite",
  },
  {
    name: "a start without the day's key does not open the room",
    file: "src/store/log/log.ts",
    right: "if (!(error instanceof KeyLost) || this.#isStarted) throw error;",
    wrong: "throw error;",
    test: "test/store/lost-key.test.ts",
    named: "gives up the day's texts and says so to the room, and never the room",
    store: "sqlite",
    says: /^error: What was said today is sealed with a key that is not in/m,
  },
  {
    name: "a row that the disk changed stops every reading",
    file: "src/store/erasure/message-cipher.ts",
    right: "const text = openIfSound(key, seq, stored);\n    if (isSealed",
    wrong:
      'const text = openIfSound(key, seq, stored);\n    if (text === null) throw new Error("unable to authenticate data");\n    if (isSealed',
    test: "test/store/damaged-text.test.ts",
    named: "is left out of every reading, and reported once",
    store: "sqlite",
    says: /^error: unable to authenticate data/m,
  },
  {
    name: "a damaged mark shows what is stored in the place of what was said",
    file: "src/store/erasure/message-cipher.ts",
    right: "const text = openIfSound(key, seq, stored);\n    if (isSealed",
    wrong:
      "const text = isSealed(stored) ? openIfSound(key, seq, stored) : null;\n    if (isSealed",
    test: "test/store/damaged-text.test.ts",
    named:
      "whose mark alone is damaged is read as it was said, where no row is linked, and never as it was stored",
    store: "sqlite",
  },
  {
    name: "a file that is renamed while its folder is searched is not searched",
    file: "src/store/erasure/byte-search.ts",
    right: "        isWhole = false;\n",
    wrong: "",
    test: "test/store/byte-search.test.ts",
    named: "files are searched once each, also where one is renamed all the time",
  },
];
