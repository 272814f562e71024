/** How many messages a second are stored and acknowledged, against one commit a message. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { SQL } from "bun";
import { z } from "zod";
import { startPostgres } from "../../test/harness/postgres-server.ts";
import { Generator } from "../generator.ts";
import { Server } from "../server.ts";
import { ROOM, room } from "../subjects.ts";
import { atLeast, type Bench, type Figures, figure, type Scenario } from "./scenario.ts";

const SENDERS = 32;
const IN_FLIGHT = 60;
const PER_SECOND = "acked / s";
const ONE_A_COMMIT = fileURLToPath(
  new URL("../competitors/commit-per-message.ts", import.meta.url),
);
const Committed = z.object({ messages: z.int(), ms: z.number() });

interface Engine {
  readonly name: string;
  readonly run: (url: string, bench: Bench) => Promise<Figures>;
  readonly engine: "sqlite" | "postgres";
}

const SQLITE: Engine = { name: "Rage Room, SQLite", engine: "sqlite", run: pressRoom };
const POSTGRES: Engine = { name: "Rage Room, PostgreSQL", engine: "postgres", run: pressRoom };
const SQLITE_ONE: Engine = {
  name: "One commit a message, SQLite",
  engine: "sqlite",
  run: commitEach,
};
const POSTGRES_ONE: Engine = {
  name: "One commit a message, PostgreSQL",
  engine: "postgres",
  run: commitEach,
};

export const ingest: Scenario = {
  name: "ingest",
  about: `${SENDERS} senders, each ${IN_FLIGHT} messages ahead of its acks; every ack is after a durable commit.`,
  async run(bench) {
    await using postgres = await startPostgres({ durable: true });
    const engines = [SQLITE, SQLITE_ONE, POSTGRES, POSTGRES_ONE];
    return await bench.interleave("ingest", engines, async ({ engine, run }) => {
      const url = engine === "sqlite" ? "sqlite:./bench.db" : await freshDatabase(postgres.url);
      return await run(url, bench);
    });
  },
  targets(rows) {
    const rate = (engine: Engine) => figure(rows, engine, PER_SECOND);
    return [
      atLeast(20_000, "SQLite ingest, messages / s", rate(SQLITE)),
      atLeast(10_000, "PostgreSQL ingest, messages / s", rate(POSTGRES)),
      atLeast(10, "SQLite ingest, times one commit a message", rate(SQLITE) / rate(SQLITE_ONE)),
      atLeast(
        10,
        "PostgreSQL ingest, times one commit a message",
        rate(POSTGRES) / rate(POSTGRES_ONE),
      ),
    ];
  },
};

export async function pressRoom(
  url: string,
  bench: Bench,
  more: Readonly<Record<string, string>> = {},
): Promise<Figures> {
  const env = { DATABASE_URL: url, SECRET_KEY: crypto.randomUUID(), ...more };
  await using server = await Server.start(room(env));
  await using generator = new Generator();
  await generator.join({ ...ROOM, port: server.port, clients: SENDERS, sampled: 0 });
  const unbounded = { messages: 1_000_000, inFlight: IN_FLIGHT };
  await generator.press({ ...unbounded, ms: 1_000 });
  const before = server.cpuSeconds();
  const { acked, refused, ms } = await generator.press({ ...unbounded, ms: bench.ms(6_000) });
  const cpu = server.cpuSeconds() - before;
  return { [PER_SECOND]: (acked / ms) * 1000, refused, "acked / CPU s": acked / cpu };
}

async function commitEach(url: string, bench: Bench): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), "bench-"));
  const script = Bun.spawn([process.execPath, ONE_A_COMMIT, url, String(bench.ms(4_000))], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const { messages, ms } = Committed.parse(await new Response(script.stdout).json());
  await rm(folder, { recursive: true });
  return { [PER_SECOND]: (messages / ms) * 1000 };
}

export async function freshDatabase(server: string): Promise<string> {
  const name = `bench_${crypto.randomUUID().replaceAll("-", "")}`;
  await using sql = new SQL(server, { max: 1 });
  await sql.unsafe(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}
