import { expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkSocket } from "../../src/cli/doctor/outside.ts";
import { doctorProofs, PROOF_HEADER, VIEW_HEADER } from "../../src/outside-view.ts";
import { systemClock } from "../../src/process/clock.ts";
import { TEST_MS } from "../harness/limits.ts";
import { NOON_ZONE } from "../harness/noon-zone.ts";
import { proxyUnder } from "../harness/prefix-proxy.ts";
import { command } from "./command.ts";
import { folder, type Program, start } from "./program.ts";

setDefaultTimeout(TEST_MS);

const ENV = {
  SECRET_KEY: "a secret of thirty-two bytes, at least",
  TIMEZONE: NOON_ZONE,
  PORT: "0",
};
const TLS = join(import.meta.dir, "../harness/tls");

async function roomWith(env: Record<string, string> = {}) {
  const here = await folder();
  const program = await start(here.path, { ...ENV, ...env });
  return {
    program,
    /** The lines about the outside. */
    async doctor(url: string, more: Record<string, string> = {}) {
      const words = [`--url=${url}`];
      const told = await command("doctor", here.path, words, { ...ENV, ...env, ...more });
      const lines = told.out.split("\n").filter((line) => /: /.test(line));
      return {
        ...told,
        outside: lines.slice(lines.findIndex((line) => /open files/.test(line)) + 1),
      };
    },
    [Symbol.asyncDispose]: async () => {
      await program.end("SIGKILL");
      await here[Symbol.asyncDispose]();
    },
  };
}

/** A proxy that adds or replaces headers of what it passes on. */
function proxyWith(program: Program, headers: Record<string, string>, tls?: Bun.TLSOptions) {
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    ...(tls ? { tls } : {}),
    fetch(request) {
      const passed = new Headers(request.headers);
      for (const [name, value] of Object.entries(headers)) passed.set(name, value);
      const { pathname } = new URL(request.url);
      return fetch(program.url + pathname, { headers: passed, redirect: "manual" });
    },
  });
  return { url: server.url.href, [Symbol.dispose]: () => void server.stop(true) };
}

test("under a path of a host that passes everything on, all is well", async () => {
  await using room = await roomWith();
  await using proxy = proxyUnder("/rage", room.program.url);
  const { exitCode, outside } = await room.doctor(`${proxy.host}/rage`);
  expect(outside).toEqual([
    `ok    outside: the room at ${proxy.host}/rage/ is healthy`,
    "ok    proxy: this machine arrives as 127.0.0.1",
    "ok    socket: /ws opens, as it does for a page there",
  ]);
  expect(exitCode).toBe(0);
});

test("a proxy that drops Upgrade is a fail", async () => {
  await using room = await roomWith();
  await using proxy = proxyUnder("", room.program.url, () => false);
  const { exitCode, outside } = await room.doctor(proxy.host);
  expect(outside).toContain(
    "fail  socket: the proxy drops Upgrade: it must pass Upgrade and Connection on.",
  );
  expect(exitCode).toBe(1);
});

test("a forwarded address is a fail while its proxy is not trusted, and shown once it is", async () => {
  const forwarded = { "X-Forwarded-For": "203.0.113.9" };
  {
    await using room = await roomWith();
    using proxy = proxyWith(room.program, forwarded);
    const { outside } = await room.doctor(proxy.url);
    expect(outside[1]).toMatch(/^fail {2}proxy: .*TRUSTED_PROXIES=127\.0\.0\.1$/);
  }
  await using room = await roomWith({ TRUSTED_PROXIES: "127.0.0.1" });
  using proxy = proxyWith(room.program, forwarded);
  const { outside } = await room.doctor(proxy.url);
  expect(outside[1]).toBe("ok    proxy: this machine arrives as 203.0.113.9");
});

test("a Host that is not passed on is a fail", async () => {
  await using room = await roomWith();
  using proxy = proxyWith(room.program, { Host: "inside.example" });
  const { outside } = await room.doctor(proxy.url);
  expect(outside[2]).toMatch(/^fail {2}proxy: Host arrives as inside\.example and not as 127/);
});

test("over TLS a proxy must say so and forward, and a certificate must be right", async () => {
  await using room = await roomWith();
  const tls = {
    cert: readFileSync(join(TLS, "certificate.pem")),
    key: readFileSync(join(TLS, "key.pem")),
  };
  using proxy = proxyWith(room.program, {}, tls);
  const refused = await room.doctor(proxy.url);
  expect(refused.outside).toEqual([
    expect.stringMatching(/^fail {2}outside: .* gave no answer \(\w*CERT\w*\)/),
  ]);
  const { outside } = await room.doctor(proxy.url.replace("127.0.0.1", "localhost"), {
    NODE_EXTRA_CA_CERTS: join(TLS, "certificate.pem"),
  });
  expect(outside.slice(1, 3)).toEqual([
    expect.stringMatching(/^fail {2}proxy: it does not pass X-Forwarded-For on/),
    expect.stringMatching(/^warn {2}proxy: the room is not told of TLS/),
  ]);
});

test("what is not the room, and what is no address, is a fail", async () => {
  await using room = await roomWith();
  using other = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response("Hello.") });
  const { outside } = await room.doctor(other.url.href);
  expect(outside).toEqual([expect.stringMatching(/answered 200, and it was not the room/)]);
  expect((await room.doctor("rage.example")).outside).toEqual([
    expect.stringMatching(/^fail {2}outside: --url=rage\.example is no address/),
  ]);
});

test("how a socket is refused says what to change", () => {
  const base = new URL("https://rage.example/");
  expect(checkSocket(base, 403).says).toContain("name https://rage.example in ALLOWED_ORIGINS");
  for (const status of [null, 404, 502, 503]) expect(checkSocket(base, status).level).toBe("fail");
});

test("only whoever holds the room's secret is told how a request arrived", async () => {
  await using room = await roomWith({ TRUSTED_PROXIES: "127.0.0.1" });
  const view = async (proof?: string) => {
    const headers = proof === undefined ? {} : { [PROOF_HEADER]: proof };
    const answer = await fetch(`${room.program.url}/health`, {
      headers: { "X-Forwarded-For": "203.0.113.9", ...headers },
    });
    return answer.headers.get(VIEW_HEADER);
  };
  const proofOf = (secret: string) => doctorProofs(secret, systemClock).issue();
  expect(await view()).toBeNull();
  expect(await view("")).toBeNull();
  expect(await view(proofOf("another secret of thirty-two bytes"))).toBeNull();
  const late = { now: () => systemClock.now() - 3_600_000 };
  expect(await view(doctorProofs(ENV.SECRET_KEY, late).issue())).toBeNull();
  expect(JSON.parse((await view(proofOf(ENV.SECRET_KEY))) ?? "null")).toEqual({
    address: "203.0.113.9",
    peer: "127.0.0.1",
    forwarded: "believed",
    isSecure: false,
    host: new URL(room.program.url).host,
  });
});
