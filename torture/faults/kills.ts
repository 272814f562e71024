/** Processes that end without a word, and connections that the database ends. */
import type { Fault } from "./fault.ts";
import { some } from "./fault.ts";

/** Of the kills on PostgreSQL, this share hits PostgreSQL. */
const SERVER_SHARE = 1 / 4;

/** The pause before is random to the millisecond: before a commit, in it, after it, after the ack. */
export const killNode: Fault = {
  name: "kill -9 of a node",
  stores: ["sqlite", "postgres"],
  times: ({ kills }, store) =>
    store === "sqlite" ? kills : kills - Math.round(kills * SERVER_SHARE),
  async strike({ random, nodes }) {
    await Bun.sleep(random.whole(0, 400));
    const node = random.pick(nodes);
    await node.kill();
    await Bun.sleep(random.whole(0, 100));
    return node.start();
  },
};

export const killPostgres: Fault = {
  name: "kill -9 of PostgreSQL",
  stores: ["postgres"],
  times: ({ kills }) => Math.max(1, Math.round(kills * SERVER_SHARE)),
  async strike(cluster) {
    const { server } = cluster.storageTarget;
    await Bun.sleep(cluster.random.whole(0, 500));
    await server?.kill();
    await Bun.sleep(cluster.random.whole(0, 300));
    const started = performance.now();
    await server?.start();
    await cluster.healthy();
    await cluster.stores();
    return performance.now() - started;
  },
};

export const terminateBackends: Fault = {
  name: "connections ended by PostgreSQL",
  stores: ["postgres"],
  times: ({ kills, quick }) => (quick ? 0 : some(kills, 0.1)),
  async strike(cluster) {
    await Bun.sleep(cluster.random.whole(0, 500));
    const started = performance.now();
    await cluster.storageTarget.ask(async (sql) => {
      await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'rage-room%'`;
    });
    await cluster.healthy();
    await cluster.stores();
    return performance.now() - started;
  },
};
