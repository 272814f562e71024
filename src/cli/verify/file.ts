import type { ReadOnly } from "../../store/database/open-read-only.ts";
import { type Finding, fail, ok } from "../findings.ts";

const WHAT = "database";

/** SQLite's own look at every page and index; PostgreSQL looks at each page that it reads. */
export async function checkFile({ dialect, read }: ReadOnly): Promise<Finding> {
  if (dialect === "postgres") {
    const [row] = await read`SELECT current_setting('data_checksums') AS checksums`;
    const isOn = row?.["checksums"] === "on";
    return ok(
      WHAT,
      isOn ? "PostgreSQL checks each page it reads" : "PostgreSQL keeps no checksums",
    );
  }
  const [answer] = await read`PRAGMA integrity_check(1)`;
  const says = String(answer?.["integrity_check"]);
  if (says !== "ok")
    return fail(WHAT, `the file is damaged (${says}). Restore a backup (rage-room restore).`);
  const strays = await read`PRAGMA foreign_key_check`;
  if (strays.length > 0) return fail(WHAT, `${strays.length} rows name an account that is gone.`);
  return ok(WHAT, "every page and index is sound");
}
