import { expect, test } from "bun:test";
import { join } from "node:path";
import { Health } from "../../src/wire/http.ts";
import { CLOSE } from "../../src/wire/limits.ts";
import { TEST_MS } from "../harness/limits.ts";
import { withLongBounds } from "../harness/postgres.ts";
import { startPostgres } from "../harness/postgres-server.ts";
import { keptLog, openRoom } from "../harness/room.ts";
import { connect } from "../harness/sockets.ts";
import { folder } from "../process/program.ts";
import { problemOf } from "./problem.ts";

test(
  "without its store the room says that it is unhealthy, and it recovers with it",
  async () => {
    await using server = await startPostgres({ durable: false });
    const { logger, lines } = keptLog();
    await using keys = await folder();
    const env = {
      DATABASE_URL: withLongBounds(server.url),
      DAY_KEY_FILE: join(keys.path, "room.day"),
    };
    await using room = await openRoom({ logger, env });
    const token = await room.admin();
    expect((await room.call("GET", "/health")).status).toBe(200);

    lines.length = 0;
    await server.kill();
    const sick = await room.call("GET", "/health");
    expect(sick.status).toBe(503);
    expect(Health.strict().parse(await sick.json())).toMatchObject({
      status: "unhealthy",
      connected_clients: 0,
    });
    await problemOf(await room.call("GET", "/api/messages"), 503, "unavailable");
    await problemOf(await room.call("GET", "/api/admin/users", { token }), 503, "unavailable");
    const body = { topic: "Outages" };
    const change = () => room.call("POST", "/api/admin/topic", { token, body });
    await problemOf(await change(), 503, "unavailable");
    expect((await room.call("GET", "/api/today")).status).toBe(200);
    expect((await room.call("GET", "/ready")).status).toBe(503);
    await using member = await connect(room.wsUrl);
    member.send({ type: "hello", token });
    expect((await member.closed).code).toBe(CLOSE.going_away.code);

    await server.start();
    expect((await room.call("GET", "/health")).status).toBe(200);
    expect((await room.call("GET", "/ready")).status).toBe(200);
    expect((await change()).status).toBe(200);
    const events = lines.flatMap(({ fields }) => ("event" in fields ? [fields.event] : []));
    expect(events.filter((event) => event === "not_ready")).toHaveLength(1);
    expect(events.filter((event) => event === "ready_again")).toHaveLength(1);
    const loud = lines.filter(({ level }) => level === "warn" || level === "error");
    // That the room is away, and that the other nodes are not known.
    expect(loud.slice(2)).toEqual([]);
  },
  TEST_MS,
);
