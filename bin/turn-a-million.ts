/** `npx bun bin/turn-a-million.ts [sqlite|postgres]`: a day of a million messages ends while others go on writing. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SQL } from "bun";
import { speakingLimits } from "../src/room/speaking-limits.ts";
import type { DatabaseAddress } from "../src/store/ports.ts";
import { openStore } from "../src/store/store.ts";
import { startPostgres } from "../test/harness/postgres-server.ts";

const MESSAGES = 1_000_000;
const TURNS = 3;
const NOW = Date.parse("2026-03-01T12:00:00Z");
const TOPIC = { topic: "Numbers", rules: "" };

const only = process.argv[2];
const folder = await mkdtemp(join(tmpdir(), "rage-room-million-"));
try {
  const file = join(folder, "messages.db");
  if (only !== "postgres") await measure({ dialect: "sqlite", file, dayKey: `${file}.day` });
  if (only !== "sqlite") {
    await using server = await startPostgres({ durable: true });
    const dayKey = join(folder, "room.day");
    await measure({ dialect: "postgres", url: server.url, dayKey, secret: "s".repeat(32) });
  }
} finally {
  await rm(folder, { recursive: true });
}

async function measure(address: DatabaseAddress) {
  const store = await openStore(address, speakingLimits(1_000_000_000));
  let day = Temporal.PlainDate.from("2026-03-01");
  await store.log.turnDay(day.toString(), TOPIC, NOW);
  for (let turn = 1; turn <= TURNS; turn++) {
    await fill(address, day.toString());
    day = day.add({ days: 1 });
    const writer = write(store.log);
    await Bun.sleep(500);
    const start = performance.now();
    await store.log.turnDay(day.toString(), TOPIC, NOW);
    const turned = performance.now() - start;
    const destroyed = await store.destruction.destroy();
    const took = performance.now() - start;
    await Bun.sleep(500);
    const waits = (await writer.stop()).toSorted((a, b) => a - b);
    if (destroyed) {
      const receipt = { ...destroyed, timezone: "UTC", turnedAt: 0, checkedAt: 0, tookMs: took };
      await store.destruction.keep(receipt);
    }
    console.log(
      `${address.dialect}: ${destroyed?.messages} messages, turned in ${turned.toFixed(1)} ms, destroyed and checked in ${took.toFixed(0)} ms; ` +
        `${waits.length} writes meanwhile, p50 ${at(waits, 0.5)}, p99 ${at(waits, 0.99)}, longest ${at(waits, 1)} ms`,
      JSON.stringify(destroyed?.checks),
    );
  }
  await store.close();
}

function at(sorted: readonly number[], share: number): string {
  return (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(1);
}

type Log = Awaited<ReturnType<typeof openStore>>["log"];

/** One message after the other, each waited for. */
function write(log: Log): { stop(): Promise<number[]> } {
  const waits: number[] = [];
  let stopped = false;
  const sender = {
    key: "w",
    name: "Writer",
    kind: "guest",
    userId: null,
    range: null,
    since: null,
  } as const;
  const say = () =>
    log.append([{ sender, ref: null, text: `Said ${waits.length}.` }], NOW + waits.length);
  const writing = (async () => {
    // What was put straight into the tables is counted by the first.
    await say();
    while (!stopped) {
      const start = performance.now();
      await say();
      waits.push(performance.now() - start);
      await Bun.sleep(1);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await writing;
      return waits;
    },
  };
}

/** Straight into the tables: saying a million would take a minute. */
async function fill(address: DatabaseAddress, day: string): Promise<void> {
  const isPostgres = address.dialect === "postgres";
  const sql = isPostgres
    ? new SQL(address.url, { max: 1 })
    : new SQL({ adapter: "sqlite", filename: address.file });
  const text = isPostgres ? "repeat(md5(n::text || random()::text), 4)" : "hex(randomblob(64))";
  const numbers = isPostgres
    ? `generate_series(1, ${MESSAGES}) AS n`
    : `(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < ${MESSAGES}) SELECT n FROM s)`;
  const [row] = await sql`SELECT seq FROM room`;
  const head = Number(row?.seq);
  await sql.unsafe(`INSERT INTO messages (id, "user", text, timestamp, date_created, kind)
    SELECT ${head} + n, 'Furious Badger ' || (n % 100), ${text}, '2026-03-01 12:00:00', '${day}', 'guest' FROM ${numbers}`);
  await sql.unsafe(`INSERT INTO sends (seq, sender, ref, at)
    SELECT ${head} + n, 'g:' || (n % 5000), '"' || n || '"', 0 FROM ${numbers}`);
  await sql`UPDATE room SET seq = ${head + MESSAGES}`;
  await sql.unsafe(isPostgres ? "ANALYZE; CHECKPOINT" : "PRAGMA wal_checkpoint(TRUNCATE)");
  await sql.close();
}
