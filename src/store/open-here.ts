import type { SpeakingLimits } from "../room/speaking-limits.ts";
import { agree } from "./agreement.ts";
import { withTimeout } from "./database/call-timeout.ts";
import { type Database, type Report, toStandardError } from "./database/database.ts";
import { migrate } from "./database/migrations.ts";
import { openDatabase } from "./database/open-database.ts";
import { SqlDayDestruction } from "./erasure/day-destruction.ts";
import { MessageCipher } from "./erasure/message-cipher.ts";
import { headFileOf, LogEpoch } from "./log/epoch.ts";
import { SqlLog } from "./log/log.ts";
import { SqlNodes } from "./nodes.ts";
import type { DatabaseAddress, Store } from "./ports.ts";
import { SqlSecondSteps } from "./second-steps.ts";
import { SqlUsers } from "./users.ts";

interface Here {
  timeoutMs?: number;
  report?: Report;
}

/** Longer than PostgreSQL lets any statement run: after that the connection must be dead. */
const CALL_TIMEOUT_MS = 15_000;

/** The store on the calling thread, its tables brought up to date. */
export async function openHere(
  address: DatabaseAddress,
  limits: SpeakingLimits,
  { timeoutMs = CALL_TIMEOUT_MS, report = toStandardError }: Here = {},
): Promise<Store> {
  const opened = await openDatabase(address, { report });
  const isPostgres = opened.dialect === "postgres";
  const db = isPostgres ? withTimeout(opened, timeoutMs) : opened;
  try {
    await bringUpToDate(opened);
    const cipher = await MessageCipher.open(db, {
      file: address.dayKey,
      secrets: address.dialect === "postgres" ? secretsOf(address) : [],
    });
    const destruction = new SqlDayDestruction(db, cipher);
    const epoch = await LogEpoch.open(db, headFileOf(address));
    return {
      log: new SqlLog(db, limits, cipher, destruction, epoch),
      users: new SqlUsers(db),
      secondSteps: new SqlSecondSteps(db),
      nodes: isPostgres ? new SqlNodes(db) : null,
      destruction,
      salt: async (day) => cipher.salt(day),
      agree: (terms) => agree(db, terms),
      async close() {
        cipher.close();
        await db.close();
        epoch.close();
      },
    };
  } catch (error) {
    await db.close();
    throw db.explain(error);
  }
}

/** Without a time limit. */
async function bringUpToDate(db: Database): Promise<void> {
  if (!(await migrate(db))) return;
  // An earlier program left deleted texts in free pages.
  await db.vacuum();
  await db.checkpointWal();
}

/** The one that every node has first, while another takes its place. */
function secretsOf({ secret, previous }: { secret: string; previous?: string }): string[] {
  return previous === undefined ? [secret] : [previous, secret];
}
