import { expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import { listenForDatagrams } from "../harness/datagrams.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needsLinux } from "../harness/needs.ts";
import { folder, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

test.skipIf(needsLinux.isMissing).each(["file", "no file"])(
  `systemd is told when the room takes messages, that it lives, and when it ends, at an address that is %s${needsLinux.note}`,
  async (kind) => {
    await using here = await folder();
    const path = kind === "file" ? join(here.path, "notify") : `@rage-room-${crypto.randomUUID()}`;
    using systemd = listenForDatagrams(path);
    const env = { NOTIFY_SOCKET: path, WATCHDOG_USEC: "100000" };
    await using program = await start(here.path, env);
    expect(systemd.next()).toBe("READY=1");
    expect((await fetch(`${program.url}/ready`)).status).toBe(200);
    expect([systemd.next(), systemd.next()]).toEqual(["WATCHDOG=1", "WATCHDOG=1"]);
    program.signal("SIGTERM");
    let last = systemd.next();
    while (last === "WATCHDOG=1") last = systemd.next();
    expect(last).toBe("STOPPING=1");
    expect(await program.end("SIGTERM")).toBe(0);
  },
);

test.skipIf(needsLinux.isMissing)(
  `without a watchdog nothing is said between ready and the end${needsLinux.note}`,
  async () => {
    await using here = await folder();
    const path = join(here.path, "notify");
    using systemd = listenForDatagrams(path);
    await using program = await start(here.path, { NOTIFY_SOCKET: path });
    expect(systemd.next()).toBe("READY=1");
    expect(await program.end("SIGTERM")).toBe(0);
    expect(systemd.next()).toBe("STOPPING=1");
  },
);

test.each(["/nobody/listens/here", "relative", "@", `/${"long".repeat(40)}`, "vsock:2:1"])(
  "where %j is no socket, the room opens and ends all the same",
  async (path) => {
    await using here = await folder();
    const env = { NOTIFY_SOCKET: path, WATCHDOG_USEC: "100000" };
    await using program = await start(here.path, env);
    expect((await fetch(`${program.url}/ready`)).status).toBe(200);
    expect(await program.end("SIGTERM")).toBe(0);
  },
);
