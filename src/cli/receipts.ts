import { readConfig } from "../config.ts";
import { openRoom } from "../store/database/open-room.ts";
import { readReceipts } from "../store/erasure/receipts.ts";
import { type Env, readArguments } from "./arguments.ts";

const HELP = `rage-room receipts
Prints the receipts of the days that ended in the room of DATABASE_URL, newest first, one line of
JSON each. It may run beside the room.`;
const MOST = 366;

export async function receipts(args: readonly string[], env: Env): Promise<void> {
  readArguments(args, { help: HELP, words: 0 });
  const db = await openRoom(readConfig(env).database);
  try {
    for (const receipt of await readReceipts(db.read, MOST)) console.log(JSON.stringify(receipt));
  } catch (error) {
    throw db.explain(error);
  } finally {
    await db.close();
  }
}
