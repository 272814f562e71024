import { expect, test } from "bun:test";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { caddyConfig, nginxConfig } from "../../torture/documented-proxy.ts";
import { TEST_MS } from "../harness/limits.ts";
import { needsProgram } from "../harness/needs.ts";
import { folder } from "../process/program.ts";

const ROLLING = join(import.meta.dir, "../../torture/rolling.ts");
const CADDYFILE = join(import.meta.dir, "../../ops/Caddyfile");
const PORTS = [8001, 8002, 8003];

test("the docs hold a configuration of nginx and of Caddy for three nodes", async () => {
  for (const config of [await nginxConfig("/tmp", 8000, PORTS), await caddyConfig(8000, PORTS)]) {
    for (const port of PORTS) expect(config).toContain(`127.0.0.1:${port}`);
  }
});

test("neither takes a node for failed because a client's request failed", async () => {
  const [nginx, caddy] = [await nginxConfig("/tmp", 8000, PORTS), await caddyConfig(8000, PORTS)];
  for (const port of PORTS) expect(nginx).toContain(`127.0.0.1:${port} max_fails=0;`);
  for (const config of [caddy, await Bun.file(CADDYFILE).text()]) {
    expect(config).toContain("health_uri /ready");
    expect(config).not.toMatch(/fail_duration|max_fails/);
  }
});

const nginx = needsProgram("nginx");
const caddy = needsProgram("caddy");

test.skipIf(nginx.isMissing)(`nginx takes the configuration in the docs${nginx.note}`, async () => {
  await using here = await folder();
  const file = join(here.path, "nginx.conf");
  await writeFile(file, await nginxConfig(here.path, 8000, PORTS));
  const { code, output } = await run(["nginx", "-t", "-p", here.path, "-c", file], here.path);
  expect({ code, output }).toMatchObject({ code: 0 });
});

test.skipIf(caddy.isMissing)(`Caddy takes the configuration in the docs${caddy.note}`, async () => {
  await using here = await folder();
  const file = join(here.path, "Caddyfile");
  await writeFile(file, await caddyConfig(8000, PORTS));
  const validate = ["caddy", "validate", "--adapter", "caddyfile", "--config", file];
  const { code, output } = await run(validate, here.path);
  expect({ code, output }).toMatchObject({ code: 0 });
});

// A proxy that marks nodes as failed takes a minute. On a busy machine everyone takes longer, as a node that starts does.
const WITHIN_MS = 20_000;
const STARTS = 2;
const NODE = /up in (\d+) ms, everyone back after (\d+) ms/g;

test.skipIf(nginx.isMissing)(
  `behind nginx as documented everyone comes back from each restart of a node${nginx.note}`,
  () => rolls("nginx"),
  TEST_MS,
);

test.skipIf(caddy.isMissing)(
  `behind Caddy as documented everyone comes back from each restart of a node${caddy.note}`,
  () => rolls("caddy"),
  TEST_MS,
);

async function rolls(proxy: "nginx" | "caddy") {
  await using here = await folder();
  const options = [`--proxy=${proxy}`, "--clients=60", `--within=${TEST_MS}`];
  const { code, output } = await run([process.execPath, ROLLING, ...options], here.path);
  expect(output).toContain("0 violations");
  expect(code).toBe(0);
  const nodes = [...output.matchAll(NODE)].map(([, up, back]) => ({
    up: Number(up),
    back: Number(back),
  }));
  expect(nodes.length).toBe(3);
  for (const { up, back } of nodes) expect(back).toBeLessThan(WITHIN_MS + STARTS * up);
}

async function run(command: string[], home: string) {
  const child = Bun.spawn(command, {
    env: { ...process.env, HOME: home },
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  return { code: await child.exited, output: out + err };
}
