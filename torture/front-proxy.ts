/** One address before several nodes: a proxy as the docs configure it, or a relay that takes turns. */
import { writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { freePort } from "../test/harness/free-port.ts";
import { keepTrackOf } from "./cleanup.ts";
import { caddyConfig, nginxConfig } from "./documented-proxy.ts";

export const PROXIES = ["nginx", "caddy", "relay"] as const;
export type Proxy = (typeof PROXIES)[number];

export interface Front extends AsyncDisposable {
  readonly name: string;
  readonly port: number;
  /** Of the sockets. */
  readonly url: string;
}

const ASK_EVERY_MS = 25;

export function isHere(proxy: Proxy): boolean {
  return proxy === "relay" || Bun.which(proxy) !== null;
}

export async function openFront(
  proxy: Proxy,
  folder: string,
  targets: readonly number[],
  /** Only Caddy makes a certificate by itself. */
  isTls = false,
): Promise<Front> {
  const port = freePort();
  const file = join(folder, `${proxy}.conf`);
  switch (proxy) {
    case "relay":
      return takeTurns(targets);
    case "nginx":
      writeFileSync(file, await nginxConfig(folder, port, targets));
      // Its master ends its workers, so it needs a signal that it hears.
      return run(["nginx", "-p", folder, "-c", file], folder, port, "SIGTERM", false);
    case "caddy":
      writeFileSync(file, await caddyConfig(port, targets, isTls));
      return run(
        ["caddy", "run", "--adapter", "caddyfile", "--config", file],
        folder,
        port,
        "SIGKILL",
        isTls,
      );
  }
}

async function run(
  command: string[],
  folder: string,
  port: number,
  end: "SIGTERM" | "SIGKILL",
  isTls: boolean,
): Promise<Front> {
  const host = isTls ? `s://localhost:${port}` : `://127.0.0.1:${port}`;
  const { PATH = "" } = process.env;
  const server = keepTrackOf(
    Bun.spawn(command, { env: { PATH, HOME: folder }, stdout: "ignore", stderr: "ignore" }),
  );
  while (!(await answers(`http${host}/health`))) {
    if (server.exitCode !== null) throw new Error(`${command[0]} ended with ${server.exitCode}.`);
    await Bun.sleep(ASK_EVERY_MS);
  }
  return {
    name: `${command[0]} as in docs/several-nodes.md${isTls ? ", by TLS" : ""}`,
    port,
    url: `ws${host}/ws`,
    async [Symbol.asyncDispose]() {
      server.kill(end);
      await server.exited;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    // Its authority is nobody's.
    return (await fetch(url, { tls: { rejectUnauthorized: false } })).ok;
  } catch {
    return false; // It does not listen yet.
  }
}

/** Each connection goes to the next node that takes it. */
async function takeTurns(targets: readonly number[]): Promise<Front> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((near) => {
    sockets.add(near);
    let tries = 0;
    const reach = () => {
      const far = connect(targets[turn++ % targets.length] ?? 0, "127.0.0.1");
      far.on("connect", () => near.pipe(far).pipe(near));
      far.on("error", () => (tries++ < targets.length ? reach() : near.destroy()));
      far.on("close", () => far.bytesRead > 0 && near.destroySoon());
      near.on("close", () => far.destroy());
    };
    near.on("error", () => near.destroy());
    near.on("close", () => sockets.delete(near));
    reach();
  });
  const port = freePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", 4096, resolve));
  return {
    name: "a relay that takes turns",
    port,
    url: `ws://127.0.0.1:${port}/ws`,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
