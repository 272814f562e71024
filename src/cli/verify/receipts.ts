import { z } from "zod";
import type { ReadOnly } from "../../store/database/open-read-only.ts";
import { integer } from "../../store/database/rows.ts";
import { oldestOpen, readReceipts } from "../../store/erasure/receipts.ts";
import { type Finding, fail, ok, warn } from "../findings.ts";

const WHAT = "receipts";
const MOST = 366;

const Remaining = z.tuple([z.object({ remaining: integer })]);

/** Each can be read, counts no more people than messages, and what it says is gone is gone. */
export async function* checkReceipts({ read: sql }: ReadOnly): AsyncGenerator<Finding> {
  const receipts = await readReceipts(sql, MOST);
  for (const { day, messages, people, checks } of receipts) {
    if (people > messages) {
      yield fail(WHAT, `that of ${day} counts ${people} people for ${messages} messages.`);
    }
    const found = checks.filter((check) => !check.ok).map(({ what }) => what);
    if (found.length > 0) yield warn(WHAT, `that of ${day} is not clean: ${found.join(", ")}.`);
  }
  const [{ remaining }] = Remaining.parse([
    ...(await sql`WITH ended AS
      (SELECT MAX(last) AS last FROM receipts WHERE checked_at IS NOT NULL)
    SELECT (SELECT COUNT(*) FROM messages, ended WHERE id <= last)
      + (SELECT COUNT(*) FROM withdrawn, ended WHERE id <= last) AS remaining`),
  ]);
  if (remaining > 0) yield fail(WHAT, `${remaining} messages of days that ended are still there.`);
  const open = await oldestOpen(sql);
  if (open !== null)
    yield warn(WHAT, `the end of ${open.day} is under way; a room that runs ends it.`);
  if (remaining === 0) yield ok(WHAT, `${receipts.length}, and nothing of their days is left`);
}
