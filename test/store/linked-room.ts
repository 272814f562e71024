/** A room whose rows a test may spoil by hand, and what its programs report. */
import { dirname, join } from "node:path";
import { SQL } from "bun";
import { readConfig } from "../../src/config.ts";
import { ROOM } from "../../src/room/commands.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import type { Store as OpenStore } from "../../src/store/ports.ts";
import { openStore } from "../../src/store/store.ts";
import { emptyStore, type Store, storedAt } from "../harness/room.ts";
import { AT, say, TOPIC } from "./nodes.ts";

export const DAY = "2026-03-01";

const NO_LIMITS = {
  ...USUAL_LIMITS,
  perMinute: 1_000_000,
  newcomersPerSecond: 1_000_000,
  newcomersPerRange: 1_000_000,
};

export async function linkedRoom(store: Store) {
  const { url, remove } = await emptyStore(store);
  const env: Record<string, string> = { ...storedAt(url), SECRET_KEY: "s".repeat(32) };
  const opened = new Set<OpenStore>();
  const reports: string[] = [];
  const sql = new SQL(url, { max: 1 });
  const end = async (node: OpenStore) => {
    opened.delete(node);
    await node.close();
  };
  return {
    url,
    sql,
    reports,
    env,
    end,
    /** For the key of a node that runs elsewhere. */
    apart: () => join(dirname(env["DAY_KEY_FILE"] ?? ""), `${crypto.randomUUID()}.day`),
    /** `dayKey`: of a node that shares no folder with the others. */
    async open(dayKey?: string): Promise<OpenStore> {
      const { database } = readConfig({ ...storedAt(url, dayKey), SECRET_KEY: "s".repeat(32) });
      const node = await openStore(database, NO_LIMITS, (line) => void reports.push(line));
      opened.add(node);
      await node.log.turnDay(DAY, TOPIC, AT);
      return node;
    },
    async [Symbol.asyncDispose]() {
      for (const node of opened) await end(node);
      await sql.close();
      await remove();
    },
  };
}

let said = 0;

/** Says as many messages, each a text of its own. Gives the `seq` of each. */
export async function fill({ log }: OpenStore, count: number, by = "a"): Promise<number[]> {
  const texts = Array.from({ length: count }, (_, at) => say(by, `${by} says ${at} ${++said}`));
  const { outcomes } = await log.append(texts, AT);
  return outcomes.map(Number);
}

export const setTopic = ({ log }: OpenStore, topic: string) =>
  log.apply("setTopic", { topic, rules: "None." }, ROOM, AT);

/** All that a reader is given of today, by place. */
export async function everything({ log }: OpenStore, day = DAY) {
  const events = await log.after(0, 100_000, day);
  return new Map(events.map((event) => [event.seq, event]));
}
