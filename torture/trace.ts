/** Reads strace's account of a node. Pure. */

const CALL = /^(\d+) +(fsync|fdatasync)\(\d+<([^>]*)>/;
const RESUMED = /^(\d+) +<\.\.\. (fsync|fdatasync) resumed>/;
const ACK = /\\"type\\":\\"ack\\",\\"ref\\":\\"([^\\"]+)\\"/g;

/** How many acks left, and which of them without a finished sync of the log file since the ack before. */
export function acksInTrace(trace: string): { acks: number; unsynced: string[] } {
  const syncing = new Map<string, string>();
  const unsynced: string[] = [];
  let acks = 0;
  let isSynced = false;
  for (const line of trace.split("\n")) {
    const call = CALL.exec(line);
    if (call) syncing.set(call[1] ?? "", call[3] ?? "");
    const thread = (call ?? RESUMED.exec(line))?.[1];
    if (thread !== undefined && line.trimEnd().endsWith("= 0")) {
      if (syncing.get(thread)?.endsWith("-wal")) isSynced = true;
      syncing.delete(thread);
    }
    for (const [, ref = ""] of line.matchAll(ACK)) {
      acks++;
      if (!isSynced) unsynced.push(ref);
      isSynced = false;
    }
  }
  return { acks, unsynced };
}
