/** Whether the disk was synced between a message and its ack, as the kernel saw it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Subprocess } from "bun";
import { keepTrackOf, newFolder, removeFolder } from "./cleanup.ts";
import { Client } from "./client.ts";
import { NodeProcess, ROOT } from "./node-process.ts";
import type { Random } from "./random.ts";
import type { Row } from "./table.ts";
import { acksInTrace } from "./trace.ts";
import { SYNCHRONOUS_NORMAL, weakened } from "./weakened.ts";

type Level = "FULL" | "NORMAL";

const MESSAGES = 20;
const WITHIN_MS = 15_000;
const CALLS = "trace=fsync,fdatasync,write,writev,sendto,sendmsg";

/**
 * One message after another to a SQLite room under strace. With `synchronous=FULL` each ack has
 * a sync of its own before it. A copy of the program with NORMAL must be caught, or the check
 * would be worth nothing.
 */
export async function syncBeforeAck(level: Level, random: Random): Promise<Row> {
  const row = {
    store: "sqlite",
    fault: `sync before each ack, synchronous=${level}`,
    refused: 0,
    returns: 0,
    waits: [],
  };
  const skipped = (note: string): Row => ({ ...row, times: 0, acked: 0, violations: [], note });
  if (Bun.which("strace") === null) return skipped("not run, as strace is not here");
  const folder = newFolder();
  const program = level === "FULL" ? ROOT : weakened(join(folder, "program"), SYNCHRONOUS_NORMAL);
  const node = new NodeProcess({
    name: "node",
    folder,
    databaseUrl: `sqlite:${join(folder, "messages.db")}`,
    dayKey: join(folder, "messages.db.day"),
    entry: join(program, "src/main.ts"),
  });
  try {
    await node.start();
    const trace = join(folder, "trace");
    const strace = await attach(node.pid, trace);
    if (strace === null) return skipped("not run, as strace may not attach here");
    await sayOneByOne(node.port, random);
    strace.kill("SIGINT");
    await strace.exited;
    const { acks, unsynced } = acksInTrace(readFileSync(trace, "utf8"));
    return { ...row, times: MESSAGES, acked: acks, ...judged(level, acks, unsynced) };
  } finally {
    await node.kill();
    removeFolder(folder);
  }
}

function judged(
  level: Level,
  acks: number,
  unsynced: readonly string[],
): Pick<Row, "violations" | "note"> {
  const other = (what: string) => ({ violations: [{ kind: "other" as const, what }] });
  if (acks < MESSAGES) return other(`${acks} of ${MESSAGES} acks were seen in the trace`);
  switch (level) {
    case "FULL":
      return {
        violations: unsynced.map((ref) => ({
          kind: "lost",
          what: `${ref}: no sync before its ack`,
        })),
      };
    case "NORMAL":
      if (unsynced.length === 0) return other("the check does not notice a missing sync");
      return { violations: [], note: `caught, ${unsynced.length} acks without a sync` };
  }
}

/** Null where it may not. */
async function attach(pid: number, trace: string): Promise<Subprocess | null> {
  const options = ["-f", "-y", "-s", "1000", "-e", CALLS, "-o", trace, "-p", `${pid}`];
  const strace = keepTrackOf(Bun.spawn(["strace", ...options], { stderr: "pipe" }));
  const { promise, resolve } = Promise.withResolvers<Subprocess | null>();
  // It is read to its end: strace says a word of each new thread, and dies where nobody reads.
  const read = async () => {
    const decoder = new TextDecoder();
    let said = "";
    for await (const bytes of strace.stderr) {
      said += decoder.decode(bytes, { stream: true });
      if (said.includes("attached")) resolve(strace);
    }
    resolve(null);
  };
  void read();
  return await promise;
}

async function sayOneByOne(port: number, random: Random): Promise<void> {
  const client = new Client("s", [`ws://127.0.0.1:${port}/ws`], random);
  const started = performance.now();
  while (client.witness.acked.size < MESSAGES && performance.now() - started < WITHIN_MS) {
    if (client.welcomed && client.unanswered === 0) client.say("grr");
    await Bun.sleep(5);
  }
  client.leave();
}
