/** compose.yaml and compose.three.yaml: their lint, and what they start, started by hand. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readConfig } from "../../src/config.ts";
import { ROOT } from "../docs/prose.ts";
import { freePort } from "../harness/free-port.ts";
import { STEP_MS, TEST_MS } from "../harness/limits.ts";
import { needsProgram } from "../harness/needs.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { folder, type Program, start } from "../process/program.ts";

setDefaultTimeout(TEST_MS);

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      environment: z.record(z.string(), z.string()),
      secrets: z.array(z.string()).optional(),
      read_only: z.boolean().optional(),
      cap_drop: z.array(z.string()).optional(),
    }),
  ),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});
const FILES = ["compose.yaml", "compose.three.yaml"];
const composed = async (file: string) =>
  Compose.parse(Bun.YAML.parse(await Bun.file(join(ROOT, file)).text()));

/** As compose puts values in the place of ${NAME:-otherwise}, where none is set. */
const unset = (text: string) => text.replaceAll(/\$\{\w+:-([^}]*)\}/g, "$1");

test.each(FILES)("%s has no fault that its linter knows", async (file) => {
  const lint = join(ROOT, "node_modules/.bin/dclint");
  const child = Bun.spawn([lint, "--max-warnings", "0", "-c", ".dclintrc.json", file], {
    cwd: ROOT,
  });
  const output = await new Response(child.stdout).text();
  expect({ code: await child.exited, output }).toMatchObject({ code: 0 });
});

test.each(FILES)(
  "%s locks each room in, and gives it only variables that it knows and secrets that exist",
  async (file) => {
    const { services, secrets } = await composed(file);
    const reference = await Bun.file(join(ROOT, "docs/configuration.md")).text();
    const rooms = Object.values(services).filter(({ image }) => image.startsWith("rage-room"));
    expect(rooms.length).toBe(file === "compose.yaml" ? 1 : 3);
    for (const room of rooms) {
      expect(room).toMatchObject({ read_only: true, cap_drop: ["ALL"] });
      const names = Object.keys(room.environment);
      expect(names.filter((name) => !reference.includes(`\`${name}\``))).toEqual([]);
      const files = names.filter((name) => name.endsWith("_FILE") && name !== "DAY_KEY_FILE");
      expect(files.map((name) => room.environment[name])).toEqual(
        (room.secrets ?? []).map((name) => `/run/secrets/${name}`),
      );
    }
    const given = Object.values(services).flatMap((service) => service.secrets ?? []);
    expect([...new Set(given)].toSorted()).toEqual(Object.keys(secrets).toSorted());
    expect(Object.values(services).every(({ image }) => !image.includes("/"))).toBe(true);
  },
);

const caddy = needsProgram("caddy");

test.skipIf(caddy.isMissing)(
  `three nodes as composed serve pages, calls and sockets by TLS behind Caddy as composed, one of them gone too${caddy.note}`,
  async () => {
    await using here = await folder();
    const database = await freshDatabase();
    try {
      await using stack = new AsyncDisposableStack();
      const nodes: Program[] = [];
      for (const name of ["room-1", "room-2", "room-3"]) {
        const env = await environmentOf(name, here.path, database.url);
        nodes.push(stack.use(await start(here.path, env)));
      }
      const front = stack.use(await openCaddy(here.path, nodes));
      const tls = { ca: front.authority };
      const call = (path: string) => fetch(front.url + path, { tls });

      const answer = await call("/");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("Strict-Transport-Security")).toBe("max-age=31536000");
      expect(answer.headers.get("X-Request-Id")).toMatch(/^[\da-f-]{36}$/);
      const named = await fetch(`${front.url}/api/today`, {
        tls,
        headers: { "X-Request-Id": "mine" },
      });
      expect(named.headers.get("X-Request-Id")).not.toBe("mine");

      await nodes[0]?.end("SIGTERM");
      expect((await call("/ready")).status).toBe(200);
      const said = await saidOver(front.url.replace("https", "wss"), tls);
      expect(said).toContain("Said by TLS.");
      const { messages } = await (await call("/api/messages")).json();
      expect(messages).toMatchObject([{ text: "Said by TLS." }]);
    } finally {
      await database.drop();
    }
  },
);

/** What compose gives the service, at addresses and in files of this machine. */
async function environmentOf(name: string, folder: string, databaseUrl: string) {
  const { services } = await composed("compose.three.yaml");
  const text = {
    "database-url": databaseUrl,
    "secret-key": "a secret of at least thirty-two bytes",
    "admin-password": "a password of the admin",
  };
  for (const [secret, value] of Object.entries(text)) await Bun.write(join(folder, secret), value);
  const env = Object.fromEntries(
    Object.entries(services[name]?.environment ?? {}).map(([variable, value]) => [
      variable,
      unset(value).replace("/run/secrets", folder),
    ]),
  );
  const local = { DAY_KEY_FILE: join(folder, `${name}.day`), TRUSTED_PROXIES: "127.0.0.1" };
  expect(readConfig({ ...env, ...local }).allowedOrigins).toEqual(["https://localhost"]);
  return { ...env, ...local, HOST: "127.0.0.1" };
}

/** Caddy with ops/Caddyfile, whose own authority signs for localhost. */
async function openCaddy(folder: string, nodes: readonly Program[]) {
  const port = freePort();
  const config = nodes.reduce(
    (text, { url }, at) => text.replace(`room-${at + 1}:8000`, url.replace("http://", "")),
    await Bun.file(join(ROOT, "ops/Caddyfile")).text(),
  );
  const file = join(folder, "Caddyfile");
  // Not into this machine's own list of authorities.
  await Bun.write(
    file,
    `{\n\tadmin off\n\tskip_install_trust\n\tauto_https disable_redirects\n}\n${config}`,
  );
  const { PATH = "" } = process.env;
  const caddy = Bun.spawn(["caddy", "run", "--adapter", "caddyfile", "--config", file], {
    env: { PATH, HOME: folder, ADDRESS: `localhost:${port}` },
    stdout: "ignore",
    stderr: "pipe",
  });
  await printed(caddy.stderr, "certificate obtained successfully");
  const pki = join(folder, ".local/share/caddy/pki/authorities/local/root.crt");
  // It hands the certificate to those who come only a moment after it says so.
  const tls = { ca: readFileSync(pki, "utf8") };
  await answers(`https://localhost:${port}/health`, tls);
  return {
    url: `https://localhost:${port}`,
    authority: readFileSync(pki, "utf8"),
    async [Symbol.asyncDispose]() {
      caddy.kill("SIGKILL");
      await caddy.exited;
    },
  };
}

/** Asks until there is an answer, whichever. */
async function answers(url: string, tls: { ca: string }): Promise<void> {
  const isThere = () =>
    fetch(url, { tls }).then(
      () => true,
      () => false,
    );
  for (const end = performance.now() + STEP_MS; performance.now() < end; ) {
    if (await isThere()) return;
  }
  throw new Error(`${url} does not answer.`);
}

/** Reads on after it, so that the process never waits to be read. */
function printed(stream: ReadableStream<Uint8Array>, sentence: string): Promise<void> {
  const found = Promise.withResolvers<void>();
  const read = async () => {
    const decoder = new TextDecoder();
    let text = "";
    for await (const bytes of stream) {
      text += decoder.decode(bytes, { stream: true });
      if (text.includes(sentence)) found.resolve();
    }
    found.reject(new Error(`It never printed “${sentence}”:\n${text}`));
  };
  void read();
  return found.promise;
}

/** Says it in plain mode, and gives what came back. */
function saidOver(url: string, tls: { ca: string }): Promise<string> {
  const heard = Promise.withResolvers<string>();
  const options: Bun.WebSocketOptions = { tls };
  // The types are the browser's, which takes no authority.
  const socket: WebSocket = Reflect.construct(WebSocket, [`${url}/ws`, options]);
  socket.onopen = () => socket.send(JSON.stringify({ user: "Ann", text: "Said by TLS." }));
  socket.onmessage = ({ data }) => {
    heard.resolve(`${data}`);
    socket.close();
  };
  socket.onclose = ({ code, reason }) => heard.reject(new Error(`Closed: ${code} ${reason}`));
  return heard.promise;
}
