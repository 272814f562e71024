/** One address before several nodes: nginx where it is installed, a relay that takes turns where not. */
import { writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { freePort, keepTrackOf } from "./cleanup.ts";

export interface Front extends AsyncDisposable {
  readonly name: string;
  readonly port: number;
}

const ASK_EVERY_MS = 25;

export async function openFront(folder: string, targets: readonly number[]): Promise<Front> {
  return Bun.which("nginx") === null ? takeTurns(targets) : nginx(folder, targets);
}

/** The same settings as in docs/several-nodes.md, without TLS. */
export function nginxConfig(folder: string, port: number, targets: readonly number[]): string {
  return `
daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx.log;
worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  upstream rage_room {
    least_conn;
${targets.map((target) => `    server 127.0.0.1:${target} max_fails=1 fail_timeout=2s;`).join("\n")}
  }
  map $http_upgrade $connection_upgrade { default upgrade; "" ""; }
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location / {
      proxy_pass http://rage_room;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-For $remote_addr;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
      proxy_connect_timeout 2s;
      proxy_read_timeout 1h;
      proxy_next_upstream error timeout http_502 http_503;
    }
  }
}
`;
}

async function nginx(folder: string, targets: readonly number[]): Promise<Front> {
  const port = freePort();
  const file = join(folder, "nginx.conf");
  writeFileSync(file, nginxConfig(folder, port, targets));
  const server = keepTrackOf(
    Bun.spawn(["nginx", "-p", folder, "-c", file], { stdout: "ignore", stderr: "inherit" }),
  );
  while (!(await answers(port))) {
    if (server.exitCode !== null) throw new Error(`nginx ended with ${server.exitCode}.`);
    await Bun.sleep(ASK_EVERY_MS);
  }
  return {
    name: "nginx",
    port,
    async [Symbol.asyncDispose]() {
      // Its master ends its workers.
      server.kill("SIGTERM");
      await server.exited;
    },
  };
}

async function answers(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${port}/health`)).ok;
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
    name: "a relay of its own, as nginx is not here",
    port,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
