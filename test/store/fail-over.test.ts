/** Nodes whose PostgreSQL is another server from one moment to the next. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { SQL } from "bun";
import { readConfig } from "../../src/config.ts";
import { USUAL_LIMITS } from "../../src/room/speaking-limits.ts";
import type { Store } from "../../src/store/ports.ts";
import { openStore } from "../../src/store/store.ts";
import { Relay } from "../../torture/network-relay.ts";
import { TEST_MS } from "../harness/limits.ts";
import { withLongBounds } from "../harness/postgres.ts";
import { type PostgresServer, startPostgres } from "../harness/postgres-server.ts";
import { caughtUp, KEEPING, promote, startStandby } from "../harness/standby.ts";
import { folder } from "../process/program.ts";
import { AT, range, say, TOPIC } from "./nodes.ts";

setDefaultTimeout(TEST_MS);
const DAY = "2026-03-01";
const portOf = ({ url }: PostgresServer) => Number(new URL(url).port);

/** A server with its standby, an address that leads to the server, and how a node is opened. */
async function openPair() {
  const stack = new AsyncDisposableStack();
  const keys = stack.use(await folder());
  const server = stack.use(await startPostgres({ durable: false, settings: KEEPING }));
  const standby = stack.use(await startStandby(server, { durable: false }));
  const relay = stack.use(await Relay.open(portOf(server)));
  const moving = new URL(server.url);
  moving.port = `${relay.port}`;
  const open = async (url: string, report?: (sentence: string) => void) => {
    const env = { DAY_KEY_FILE: join(keys.path, "room.day"), SECRET_KEY: "s".repeat(32) };
    const { database } = readConfig({ ...env, DATABASE_URL: withLongBounds(url) });
    const node = await openStore(database, USUAL_LIMITS, report);
    stack.defer(() => node.close());
    return node;
  };
  return {
    ...{ server, standby, relay, open },
    address: moving.href,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Some of the node's connections to this server end, and the others stay. */
async function endSome({ url }: PostgresServer): Promise<void> {
  await using sql = new SQL(url, { max: 1 });
  await sql`SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
    WHERE application_name LIKE 'rage-room %' AND query NOT LIKE 'LISTEN%' ORDER BY pid LIMIT 4) AS ended`;
}

/** Why the node does not read, once it has noticed that its connections are gone. */
async function whyNot({ log }: Store): Promise<unknown> {
  for (;;) {
    const read = await log.history(DAY, 10).catch((error: unknown) => error);
    if (!(read instanceof SQL.PostgresError)) return read;
  }
}

/** What many reads at once are given, each on a connection of its own. */
async function manyReads({ log }: Store): Promise<string[][]> {
  const reads = range(0, 20).map(() => log.history(DAY, 10));
  return (await Promise.all(reads)).map((messages) => messages.map(({ text }) => text));
}

/** Reads until the node follows the log of this epoch. */
async function comesTo(node: Store, epoch: string): Promise<void> {
  for (;;) {
    await manyReads(node).catch(() => undefined);
    const state = await node.log.state().catch(() => null);
    if (state?.epoch === epoch) return;
  }
}

test("a node reads and writes on one server while the one before it lives on", async () => {
  await using pair = await openPair();
  const { server, standby, relay } = pair;
  const node = await pair.open(pair.address);
  await node.log.turnDay(DAY, TOPIC, AT);
  await node.log.append([say("a", "said before")], AT);
  const { epoch } = await node.log.state();
  // From here on the node has more connections than those that end.
  expect(await manyReads(node)).toHaveLength(20);
  await caughtUp(server);
  await promote(standby);
  const other = await pair.open(standby.url);
  await other.log.append([say("b", "said on the new server")], AT);
  const { epoch: next } = await other.log.state();
  expect(next).not.toBe(epoch);

  // What is connected stays with the old server, and what connects now comes to the new one.
  relay.turn(portOf(standby));
  await endSome(server);
  await comesTo(node, next);
  for (const texts of await manyReads(node)) {
    expect(texts).toEqual(["said before", "said on the new server"]);
  }
  await node.log.append([say("c", "said after")], AT);
  expect((await other.log.history(DAY, 10)).map(({ text }) => text)).toContain("said after");

  relay.turn(portOf(server));
  relay.cut();
  expect(String(await whyNot(node))).toContain("has left for another");
  await expect(node.log.append([say("d", "said in vain")], AT)).rejects.toThrow("has left");
  relay.turn(portOf(standby));
  expect((await node.log.state()).epoch).toBe(next);
});

test("a standby is not read, and a start waits until it takes writes", async () => {
  await using pair = await openPair();
  const { server, standby, relay } = pair;
  const node = await pair.open(pair.address);
  await node.log.turnDay(DAY, TOPIC, AT);
  await caughtUp(server);
  relay.turn(portOf(standby));
  relay.cut();
  expect(String(await whyNot(node))).toContain("a standby, which takes no writes");
  relay.turn(portOf(server));
  expect(await node.log.history(DAY, 10)).toEqual([]);

  const waits = Promise.withResolvers<string>();
  const opening = pair.open(standby.url, waits.resolve);
  expect(await waits.promise).toContain("a standby, which takes no writes");
  await promote(standby);
  const opened = await opening;
  await opened.log.append([say("a", "said on the new server")], AT);
});
