import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SpeakingLimits, USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import { migrate } from "../../src/store/database/migrations.ts";
import { openDatabase } from "../../src/store/database/open-database.ts";
import { SqlDayDestruction } from "../../src/store/erasure/day-destruction.ts";
import { MessageCipher } from "../../src/store/erasure/message-cipher.ts";
import { LogEpoch } from "../../src/store/log/epoch.ts";
import { SqlLog } from "../../src/store/log/log.ts";
import { SqlUsers } from "../../src/store/users.ts";
import { type Disk, MEMBERS, member, PER_MINUTE } from "./disk.ts";

const EPOCH = "first";

/** In a simulated evening nobody is too new to speak: that has tests of its own. */
const LIMITS = {
  ...USUAL_LIMITS,
  perMinute: PER_MINUTE,
  newcomersPerSecond: 1_000_000,
  newcomersPerRange: 1_000_000,
};

/** The real SQL, in a SQLite file of its own, under as many nodes as the simulation has. */
export async function sqlDisk(limits: SpeakingLimits = LIMITS): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), "rage-room-simulation-"));
  try {
    return await open(folder, limits);
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function open(folder: string, limits: SpeakingLimits): Promise<Disk> {
  const database = await openDatabase({
    dialect: "sqlite",
    file: join(folder, "room.db"),
    dayKey: null,
  });
  await migrate(database);
  // A random one would make no two evenings the same.
  await database.transaction((sql) => sql`UPDATE room SET epoch = ${EPOCH}`);
  const users = new SqlUsers(database);
  for (const id of MEMBERS) await users.create(member(id), 0);
  const cipher = MessageCipher.inTheClear();
  const destruction = new SqlDayDestruction(database, cipher);
  return {
    open: () => new SqlLog(database, limits, cipher, destruction, LogEpoch.unknown(database)),
    epoch: EPOCH,
    users,
    async close() {
      await database.close();
      await remove(folder);
    },
  };
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });
