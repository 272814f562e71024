/** What clients are told of a log that lost something. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { cp } from "node:fs/promises";
import { SQL } from "bun";
import { withLongBounds } from "../harness/postgres.ts";
import { startPostgres } from "../harness/postgres-server.ts";
import { emptyStore, openRoom, STORES, type TestRoom } from "../harness/room.ts";
import type { Client } from "../harness/sockets.ts";
import { heard, join, say } from "./joining.ts";

setDefaultTimeout(60_000);

const LIMITS = { MESSAGES_PER_MINUTE: "1000", NEWCOMERS_PER_SECOND: "1000" };

async function sayMany(client: Client, count: number): Promise<number> {
  let last = 0;
  for (let said = 1; said <= count; said++) last = await heard(client, `${crypto.randomUUID()}`);
  return last;
}

/** What a client is told that comes back to this room. */
async function told({ wsUrl }: TestRoom, hello: { after: number; epoch?: string | undefined }) {
  const { client, welcome } = await join(wsUrl, hello);
  await client.close();
  return welcome;
}

/** Asks until the room takes messages again. */
async function sayWhenItCan(
  room: TestRoom,
  text: string,
): Promise<{ client: Client; seq: number }> {
  for (;;) {
    const { client } = await join(room.wsUrl);
    const ref = crypto.randomUUID();
    client.send({ type: "say", ref, text });
    const answer = await Promise.race([
      client.next("ack", (ack) => ack.ref === ref),
      client.next("refused", (refused) => refused.ref === ref),
      client.closed,
    ]);
    if ("seq" in answer) return { client, seq: answer.seq };
    await client.close();
  }
}

describe.each(STORES)("on %s", (store) => {
  test("a restart keeps the epoch, and an unknown one brings a snapshot whatever was held", async () => {
    const place = await emptyStore(store);
    const env = { DATABASE_URL: place.url };
    let held: { after: number; epoch: string | undefined };
    {
      await using room = await openRoom({ env });
      const { client, welcome } = await join(room.wsUrl);
      held = { after: await heard(client, "held"), epoch: welcome.epoch };
    }
    {
      await using room = await openRoom({ env });
      expect(await told(room, held)).toMatchObject({ recovered: true, epoch: held.epoch });
      const other = { ...held, epoch: "another" };
      expect(await told(room, other)).toMatchObject({ recovered: false, epoch: held.epoch });
      expect(await told(room, { after: held.after })).toMatchObject({ recovered: true });
    }
    await place.remove();
  });
});

test("a SQLite file that was put back tells who held more that it is lost, even when the log has grown past it", async () => {
  const place = await emptyStore("sqlite");
  const file = place.url.slice("sqlite:".length);
  const env = { DATABASE_URL: place.url, ...LIMITS };
  let held: { after: number; epoch: string | undefined } = { after: 0, epoch: undefined };
  {
    await using room = await openRoom({ env });
    await sayMany((await join(room.wsUrl)).client, 2);
  }
  await cp(file, `${file}.copy`);
  {
    await using room = await openRoom({ env });
    const { client, welcome } = await join(room.wsUrl);
    held = { after: await sayMany(client, 5), epoch: welcome.epoch };
  }
  await cp(`${file}.copy`, file);
  {
    await using room = await openRoom({ env });
    const { client, welcome } = await join(room.wsUrl, held);
    expect(welcome).toMatchObject({ recovered: false });
    expect(welcome.epoch).not.toBe(held.epoch);
    expect(await sayMany(client, 8)).toBeGreaterThan(held.after);
    expect(await told(room, held)).toMatchObject({ recovered: false });
    // What a client is told that knows no epoch is why there is one.
    expect(await told(room, { after: held.after })).toMatchObject({ recovered: true });
  }
  await place.remove();
});

test("a dump that is restored under running nodes ends every socket, and nobody who held the old log is told that it goes on", async () => {
  const place = await emptyStore("postgres");
  const env = { DATABASE_URL: place.url, ...LIMITS };
  const name = new URL(place.url).pathname.slice(1);
  const server = new URL(place.url);
  server.pathname = "postgres";
  await using sql = new SQL(server.href, { max: 1 });
  {
    await using room = await openRoom({ env });
    await sayMany((await join(room.wsUrl)).client, 2);
  }
  await sql.unsafe(`CREATE DATABASE ${name}_dump TEMPLATE ${name}`);
  {
    await using here = await openRoom({ env });
    await using there = await openRoom({ env });
    const { client, welcome } = await join(here.wsUrl);
    const { client: reader } = await join(there.wsUrl);
    const held = { after: await sayMany(client, 5), epoch: welcome.epoch };
    await reader.next("message", ({ seq }) => seq === held.after);

    await sql.unsafe(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ${name}`;
    await sql.unsafe(`DROP DATABASE ${name} WITH (FORCE)`);
    await sql.unsafe(`ALTER DATABASE ${name}_dump RENAME TO ${name}`);
    const again = await sayWhenItCan(here, "the first one after it");
    expect((await client.closed).code).toBe(1001);
    expect((await reader.closed).code).toBe(1001);
    expect(await sayMany(again.client, 8)).toBeGreaterThan(held.after);

    for (const room of [here, there]) {
      const now = await told(room, held);
      expect(now.recovered).toBe(false);
      expect(now.epoch).not.toBe(held.epoch);
    }
    const [one, other] = [await told(here, held), await told(there, held)];
    expect(one.epoch).toBe(other.epoch);
    const caughtUp = { after: one.seq, epoch: one.epoch };
    expect(await told(there, caughtUp)).toMatchObject({ recovered: true });
  }
  await place.remove();
});

test("a replica that lags and takes over begins a new epoch, and what is said again is stored once", async () => {
  await using server = await startPostgres({ durable: false });
  const env = { DATABASE_URL: withLongBounds(server.url), DAY_KEY_FILE: "none", ...LIMITS };
  {
    await using room = await openRoom({ env });
    await sayMany((await join(room.wsUrl)).client, 2);
  }
  await server.stop();
  await server.copy();
  await server.start();
  await using here = await openRoom({ env });
  await using there = await openRoom({ env });
  const { client, welcome } = await join(here.wsUrl);
  const { guest } = welcome.you;
  await sayMany(client, 3);
  const lost = await say(client, "lost with the machine", "the same ref");
  const held = { after: lost, epoch: welcome.epoch };

  await server.kill();
  await server.failOver();
  const { client: first } = await sayWhenItCan(there, "the first one after it");
  expect((await client.closed).code).toBe(1001);
  await sayMany(first, 8);
  const back = await join(here.wsUrl, { ...held, ...(guest === undefined ? {} : { guest }) });
  expect(back.welcome.recovered).toBe(false);
  expect(back.welcome.epoch).not.toBe(held.epoch);
  const stored = await say(back.client, "lost with the machine", "the same ref");
  expect(await say(back.client, "lost with the machine", "the same ref")).toBe(stored);
  expect(await told(there, held)).toMatchObject({ recovered: false, epoch: back.welcome.epoch });
});
