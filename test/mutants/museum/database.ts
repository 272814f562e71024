import type { MendedFault } from "../mended-fault.ts";

/** Those of the database: which one it is, and who else has it. */
export const OF_THE_DATABASE: readonly MendedFault[] = [
  {
    name: "two processes make one file at once, and one of them does not start",
    file: "src/store/database/file-lock.ts",
    right:
      "if (statSync(file, { throwIfNoEntry: false }) === undefined) throw uncreatedFile(file, error);",
    wrong: "throw uncreatedFile(file, error);",
    test: "test/store/file-lock.test.ts",
    named:
      "a file that several make at the same moment is made for each of them, for its owner only",
  },
  {
    name: "two processes use one file",
    file: "src/store/database/file-lock.ts",
    right: 'claim.run("BEGIN EXCLUSIVE");',
    wrong: 'claim.run("BEGIN");',
    test: "test/process/refused-starts.test.ts",
    named:
      "a second process on one file does not start and leaves it alone; after a crash the next one does",
  },
  {
    name: "a second name of the database lets a second process open it",
    file: "src/store/database/file-lock.ts",
    right: "if (statSync(file).nlink <= 1) return;",
    wrong: "if (statSync(file).nlink >= 1) return;",
    test: "test/process/refused-starts.test.ts",
    named: "a database with a second name",
  },
  {
    name: "the older days of an earlier program's database stay",
    file: "src/store/database/migrations-earlier-program.ts",
    right: "await sql`DELETE FROM messages WHERE date_created < (SELECT day FROM room)`;",
    wrong: "",
    test: "test/migrations.test.ts",
    named: "opens with the messages of today, and the older ones are destroyed",
    store: "sqlite",
  },
  {
    name: "an account that an earlier program let be called as the system goes on so",
    file: "src/store/database/migrations-earlier-program.ts",
    right: "if (!isReserved(username)) continue;",
    wrong: 'if (username !== "") continue;',
    test: "test/migrations.test.ts",
    named: "an account named as the system is another's name now, and so is what it said",
    store: "sqlite",
  },
  {
    name: "after a fail-over some connections lead to the server before",
    file: "src/store/database/postgres-pool.ts",
    right: "        this.#dropOthers(connection);\n",
    wrong: "",
    test: "test/store/fail-over.test.ts",
    named: "a node reads and writes on one server while the one before it lives on",
  },
  {
    name: "a node goes back to a server that it has left for another",
    file: "src/store/database/server-place.ts",
    right: "this.#left.has(place) || isEarlier(place, before)",
    wrong: "this.#left.size < 0 || isEarlier(before, before)",
    test: "test/store/fail-over.test.ts",
    named: "a node reads and writes on one server while the one before it lives on",
  },
  {
    name: "a backup of an older program is restored with what was deleted in its free pages",
    file: "src/cli/restore.ts",
    right: "if (await migrate(db)) await db.vacuum();",
    wrong: "await migrate(db);",
    test: "test/process/restore.test.ts",
    named:
      "a backup of an older schema is brought up to date as it is restored, and what was deleted in it is gone",
  },
];
