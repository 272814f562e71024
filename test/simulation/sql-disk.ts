import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SqlForgetting } from "../../src/store/forgetting.ts";
import { SqlLog } from "../../src/store/log.ts";
import { migrate } from "../../src/store/migrations.ts";
import { openDatabase } from "../../src/store/open-database.ts";
import { SqlUsers } from "../../src/store/users.ts";
import { Vault } from "../../src/store/vault.ts";
import { type Disk, MEMBERS, member, PER_MINUTE } from "./disk.ts";

/** The real SQL, in a SQLite file of its own, under as many nodes as the simulation has. */
export async function sqlDisk(): Promise<Disk> {
  const folder = await mkdtemp(join(tmpdir(), "rage-room-simulation-"));
  try {
    return await open(folder);
  } catch (error) {
    await remove(folder);
    throw error;
  }
}

async function open(folder: string): Promise<Disk> {
  const database = await openDatabase({
    dialect: "sqlite",
    file: join(folder, "room.db"),
    dayKey: null,
  });
  await migrate(database);
  const users = new SqlUsers(database);
  for (const id of MEMBERS) await users.create(member(id), 0);
  const vault = Vault.inTheClear();
  return {
    open: () => new SqlLog(database, PER_MINUTE, vault, new SqlForgetting(database, vault)),
    users,
    async close() {
      await database.close();
      await remove(folder);
    },
  };
}

const remove = (folder: string) => rm(folder, { recursive: true, force: true });
