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

/** So much longer than PostgreSQL lets any statement run is waited for it: then the connection must be dead. */
const AFTER_LIMIT_MS = 5_000;
/** Of a statement, where PostgreSQL sets none. */
const OWN_LIMIT_MS = 10_000;

/** The store on the calling thread, its tables brought up to date. */
export async function openHere(
  address: DatabaseAddress,
  limits: SpeakingLimits,
  { timeoutMs, report = toStandardError }: Here = {},
): Promise<Store> {
  const opened = await openDatabase(address, { report });
  const isPostgres = opened.dialect === "postgres";
  try {
    const db = isPostgres
      ? withTimeout(opened, timeoutMs ?? (await callTimeoutOf(opened)))
      : opened;
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
        await opened.close();
        epoch.close();
      },
    };
  } catch (error) {
    await opened.close();
    throw opened.explain(error);
  }
}

/** In ms. */
async function callTimeoutOf({ read }: Database): Promise<number> {
  const [row] = await read`SELECT setting FROM pg_settings WHERE name = 'statement_timeout'`;
  return (Number(row?.["setting"]) || OWN_LIMIT_MS) + AFTER_LIMIT_MS;
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
