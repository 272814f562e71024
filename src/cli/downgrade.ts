/** The way back from an upgrade, node after node; see HELP. */
import { readConfig } from "../config.ts";
import { allowOlder, countSecondSteps, OLDER_NAMES } from "../store/database/downgrade.ts";
import { claimFile } from "../store/database/file-lock.ts";
import { nameOf, openRoom } from "../store/database/open-room.ts";
import { type Env, readArguments, refuse } from "./arguments.ts";

const FLAG = "without-second-steps";
const HELP = `rage-room downgrade VERSION [--${FLAG}]
Lets an older version open the room of DATABASE_URL, which it refuses otherwise: ${OLDER_NAMES.join(", ")}. Nothing is
lost: what that version does not know waits in the tables until this one is started on them again.
But it asks for no second step, so where accounts have one the flag has to say that this is meant.
On SQLite the room is stopped for it; on PostgreSQL it runs beside the nodes, which are then
replaced one after the other. A node of this version that starts again takes the permission back.`;

export async function downgrade(args: readonly string[], env: Env): Promise<void> {
  const flags = { [FLAG]: { type: "boolean" } } as const;
  const given = readArguments(args, { help: HELP, words: 1, flags });
  const [version = ""] = given.words;
  if (!OLDER_NAMES.includes(version)) {
    refuse(`It goes back to ${OLDER_NAMES.join(" or ")}, and not to “${version}”.`, 2);
  }
  const { database } = readConfig(env);
  const db = await openRoom(database);
  const claim = database.dialect === "sqlite" ? claimFile(database.file) : null;
  try {
    const steps = await countSecondSteps(db);
    if (steps > 0 && !given.has(FLAG)) {
      const sign = steps === 1 ? "1 account signs" : `${steps} accounts sign`;
      refuse(
        `${sign} in with a second step, which ${version} does not ask for. With --${FLAG} it is meant so.`,
      );
    }
    await allowOlder(db, version);
    await db.checkpointWal();
    console.log(`Version ${version} may open the room in ${nameOf(database)}.`);
  } catch (error) {
    throw db.explain(error);
  } finally {
    claim?.release();
    await db.close();
  }
}
