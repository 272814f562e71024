import type { SpeakingLimits } from "../room/speaking-limits.ts";
import { type Report, toStandardError } from "./database/database.ts";
import type { DatabaseAddress, Store } from "./ports.ts";
import { openSqliteThread } from "./thread/client.ts";

/**
 * The store behind the room's ports. SQLite blocks its thread while it syncs, so it has a thread
 * of its own: a slow disk delays what is stored, and no socket.
 */
export async function openStore(
  address: DatabaseAddress,
  limits: SpeakingLimits,
  report: Report = toStandardError,
): Promise<Store> {
  if (address.dialect === "sqlite") return openSqliteThread(address, limits, report);
  // Loaded where it runs: on SQLite that is the thread, and a start is sooner without it.
  const { openHere } = await import("./open-here.ts");
  return openHere(address, limits, { report });
}
