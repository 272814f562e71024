/** Whether the database of a room is sound; see HELP. */
import { readConfig } from "../config.ts";
import { forbidCoreDumps } from "../process/core-dumps.ts";
import { openRoomReadOnly } from "../store/database/open-read-only.ts";
import { type RoomRow, readRoomRow } from "../store/database/room-row.ts";
import type { DatabaseAddress } from "../store/ports.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";
import { type Finding, report } from "./findings.ts";
import { checkChain } from "./verify/chain.ts";
import { checkDayKey } from "./verify/day-key.ts";
import { checkFile } from "./verify/file.ts";
import { checkLog } from "./verify/log.ts";
import { checkReceipts } from "./verify/receipts.ts";
import { checkRows } from "./verify/rows.ts";

const HELP = `rage-room verify
Reads the whole database of DATABASE_URL and says, a line a check, whether it is sound: its file, the
key of the day, every row, the log's places and their chain, the receipts. It changes nothing and runs beside the
room. Where a check fails it ends with 1.`;

export async function verify(args: readonly string[], env: Env): Promise<void> {
  readArguments(args, { help: HELP, words: 0 });
  // It holds the key of the day.
  forbidCoreDumps();
  await report(look(readConfig(env).database));
}

async function* look(address: DatabaseAddress): AsyncGenerator<Finding> {
  const db = await openRoomReadOnly(address);
  try {
    yield await checkFile(db);
    const before = await readRoomRow(db.read);
    const { finding, key } = checkDayKey(address, before);
    yield finding;
    yield* checkRows(db, before.day, key);
    yield* checkLog(db, before);
    yield await checkChain(db, before, key);
    yield* checkReceipts(db);
    assertSameDay(before, await readRoomRow(db.read));
    db.assertUndisturbed();
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
}

/** What begins or ends in between is neither there nor gone. */
function assertSameDay(before: RoomRow, after: RoomRow): void {
  const isSame = before.since === after.since && before.key_check === after.key_check;
  if (!isSame) refuse("The day ended or its key began meanwhile. Try again.");
}
