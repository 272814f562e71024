import type { MendedFault } from "../mended-fault.ts";

/** Those of the day's key, of midnight and of what it leaves. */
export const OF_THE_DAY: readonly MendedFault[] = [
  {
    name: "a node with the key of a day to come stores nothing after the room was put back",
    file: "src/store/erasure/day-key.ts",
    right: "if (this.#held === null || this.#held.day > day) this.#hold(",
    wrong: "if (this.#held === null) this.#hold(",
    test: "test/store/key-exchange.test.ts",
    named:
      "a node that holds the key of a day to come stores again once the room was put back to today",
    says: /^error: The key of the day is not held/m,
  },
  {
    name: "the key of the day before stays where it lay on the disk",
    file: "src/store/erasure/key-file.ts",
    right: "const handle = openSync(file, constants.O_RDWR",
    wrong: `if (statSync(file, { throwIfNoEntry: false })) unlinkSync(file);
  const handle = openSync(file, constants.O_RDWR`,
    test: "test/store/day-key.test.ts",
    named: "what the old file held is overwritten where it lay",
  },
  {
    name: "memory that held the key is let go, and not used again",
    file: "src/process/overwrite-memory.ts",
    right: "const SMALLEST = 4;",
    wrong: "const SMALLEST = 32;",
    test: "test/forgetting/proof.test.ts",
    named:
      "is in no file in any form, on its own day or a minute after midnight, and its key is in no file, nor more than half of it in memory",
  },
  {
    name: "a question about tomorrow ends today's key",
    file: "src/store/erasure/message-cipher.ts",
    right: "const key = this.#key?.of(day);\n    if (!key) return",
    wrong: "this.#key?.advanceTo(day);\n    const key = this.#key?.of(day);\n    if (!key) return",
    test: "test/store/key-exchange.test.ts",
    named: "a cipher that is asked about tomorrow keeps today's key, in its file and in memory",
  },
  {
    name: "a node that did not hear of the turn reads nothing of the new day",
    file: "src/store/log/reads.ts",
    right: "if (this.#cipher.isBehind(place.day)) await",
    wrong: "if (rows.length < 0) await",
    test: "test/store/key-exchange.test.ts",
    named:
      "a node that has not heard of the turn yet reads what is said on the new day, and lets go of the day before",
  },
  {
    name: "a check whether the room can be stored fails on a new day that nobody spoke on",
    file: "src/store/log/log.ts",
    right: "await this.#withKey(write);",
    wrong: "await write();",
    test: "test/store/key-exchange.test.ts",
    named:
      "nodes that hold the chain come to the next day's key apart, and yesterday's is with none of them",
    says: /^error: The key of the day is not held/m,
  },
  {
    name: "a reader that held up the end of what was deleted holds it up for good",
    file: "src/store/erasure/day-destruction.ts",
    right: "if (open === null && this.#owesCheckpoint) await this.checkpointWal();",
    wrong: "",
    test: "test/store/forgetting.test.ts",
    named:
      "what was forgotten and is destroyed empties what was written ahead, and where a reader holds that up, soon after it has gone",
  },
  {
    name: "the search for what is left gives the database's lock away",
    file: "src/store/database/sqlite.ts",
    right: `return answer?.["busy"] === 0 && (await stat(\`\${file}-wal\`)).size === 0;`,
    wrong: `for (const end of ["", "-wal", "-shm"]) await (await open(file + end)).close();
          return answer?.["busy"] === 0;`,
    test: "test/store/forgetting.test.ts",
    named:
      "after a midnight that was checked, another program that looks into the file and goes costs no message",
  },
  {
    name: "a node whose clock is off goes by it",
    file: "src/jobs/check-clock.ts",
    right: "clock.behind = isOff ? behind : 0;",
    wrong: "clock.behind = 0;",
    test: "test/process/clock-off.test.ts",
    named:
      "a clock that goes wrong while the room is open is noticed within a minute, and when it is right again",
  },
  {
    name: "a look that is on its way at midnight leaves the day that ended alone",
    file: "src/midnight/destruction.ts",
    right: "    this.#lookAgain = true;\n    if (this.#looking) return;\n",
    wrong: "    if (this.#looking) return;\n    this.#lookAgain = true;\n",
    test: "test/room/destruction.test.ts",
    named: "a day that ends during a look for ended days is destroyed after that look",
  },
];
