import type { Fault } from "../mutants/tree.ts";

/** The program as it would be without what this suite proves: what is deleted stays where it lay. */
export const CARELESS: readonly Fault[] = [
  {
    file: "src/store/database/sqlite.ts",
    right: "PRAGMA secure_delete = ON",
    wrong: "PRAGMA secure_delete = OFF",
  },
  {
    file: "src/store/database/sqlite.ts",
    right: "PRAGMA wal_checkpoint(TRUNCATE)",
    wrong: "SELECT 0 AS busy",
  },
  {
    file: "src/store/erasure/truncate.ts",
    right: 'const emptied = DAY_TABLES.join(", ");',
    wrong:
      'await sql`DELETE FROM messages`; await sql`DELETE FROM sends`; const emptied = "tombstones";',
  },
];
