/** The moments of a midnight at which the program is killed. */
import type { Fault } from "../mutants/tree.ts";

const DIE = 'process.kill(process.pid, "SIGKILL");';

interface Death extends Fault {
  /** PostgreSQL destroys a day in one step. */
  sqliteOnly?: true;
}

/** The program as it is, but for the moment at which it is killed. */
export const DEATHS: Record<string, Death> = {
  "in the turn": {
    file: "src/store/log/begin-day.ts",
    right: 'const cleared = await record(sql, row, { type: "cleared", day });',
    wrong: `${DIE} const cleared = await record(sql, row, { type: "cleared", day });`,
  },
  "between the turn and the end of its key": {
    file: "src/store/log/log.ts",
    right: "await this.#ensureKey();\n    return change;",
    wrong: `if (change.result) ${DIE}\n    await this.#ensureKey();\n    return change;`,
  },
  "while it is counted, where that takes several slices": {
    file: "src/store/erasure/count-day.ts",
    right: "messages += slice.messages;",
    wrong: `${DIE} messages += slice.messages;`,
    sqliteOnly: true,
  },
  "while its rows are deleted, where that takes several slices": {
    file: "src/store/erasure/delete-in-slices.ts",
    right: "db.transaction((sql) => deleteBetween(sql, from, to))",
    wrong: `db.transaction((sql) => deleteBetween(sql, from, to)).then(() => { ${DIE} })`,
    sqliteOnly: true,
  },
  "between the check and its receipt": {
    file: "src/midnight/destruction.ts",
    right: "await destruction.keep(",
    wrong: `${DIE} await destruction.keep(`,
  },
};
