/** Everything that a room writes, sends or keeps is searched for what it was told in confidence. */
import { expect, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join as joined } from "node:path";
import { Secret, TOTP } from "otpauth";
import { z } from "zod";
import { TEST_MS } from "../harness/limits.ts";
import { join } from "../ws/joining.ts";
import { folder, start } from "./program.ts";

const Json = z.record(z.string(), z.unknown());

test(
  "planted secrets are in nothing that a room writes, sends or keeps, but where each belongs",
  async () => {
    await using here = await folder();
    const ADMIN_PASSWORD = "planted password of the admin";
    const SECRET_KEY = "planted secret of the room, long enough";
    const SECRET_KEY_PREVIOUS = "planted secret before that, as long";
    const env = { ADMIN_PASSWORD, SECRET_KEY, SECRET_KEY_PREVIOUS, METRICS_PORT: "0" };
    const program = await start(here.path, { ...env, LOG_LEVEL: "debug" });
    /** Each secret, and the answers that it may stand in. */
    const planted = new Map<string, string[]>(
      [ADMIN_PASSWORD, SECRET_KEY, SECRET_KEY_PREVIOUS].map((secret) => [secret, []]),
    );
    const plant = (secret: string, ...where: string[]) => {
      planted.set(secret, where);
      return secret;
    };
    /** All that was answered: what was asked for, and head and body as they came. */
    const answers: [where: string, text: string][] = [];
    const ask = async (
      method: string,
      path: string,
      token?: string,
      body?: object,
      room = program.url,
    ) => {
      const response = await fetch(new URL(path, room), {
        method,
        headers: {
          "Content-Type": "application/json",
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      answers.push([`${method} ${path}`, `${JSON.stringify([...response.headers])} ${text}`]);
      return Json.safeParse(JSON.parse(text.startsWith("{") ? text : "{}")).data ?? {};
    };
    const signIn = async (email: string, password: string, code?: string) => {
      const { access_token } = await ask("POST", "/api/auth/login", undefined, {
        email,
        password,
        code,
      });
      return plant(z.string().parse(access_token), "POST /api/auth/login");
    };

    const password = plant("planted password of ann");
    const email = plant(
      "planted@example.com",
      ...["POST /api/auth/register", "GET /api/auth/me", "GET /api/admin/users"],
    );
    const { id } = await ask("POST", "/api/auth/register", undefined, {
      email,
      username: "ann",
      password,
    });
    const ann = await signIn(email, password);
    const admin = await signIn("admin@rageroom.com", ADMIN_PASSWORD);
    await ask("POST", "/api/auth/login", undefined, { email, password: plant("planted guess") });
    await ask("POST", "/api/auth/setup", undefined, {
      secret: plant("planted setup"),
      email,
      username: "x",
      password,
    });

    const step = "/api/auth/second-step";
    const begun = await ask("POST", step, ann, { password });
    const key = plant(z.string().parse(begun["secret"]), `POST ${step}`);
    const code = new TOTP({ secret: Secret.fromBase32(key) }).generate();
    const on = await ask("POST", `${step}/confirm`, ann, { code });
    const codes = z.array(z.string()).parse(on["recovery_codes"]);
    for (const one of codes) plant(one, `POST ${step}/confirm`);
    await ask("POST", "/api/auth/login", undefined, { email, password, code: codes[0] });
    const made = await ask("POST", "/api/admin/user/reset", admin, { user_id: id });
    const link = new URL(z.string().parse(made["link"])).hash.replace("#reset=", "");
    plant(link, "POST /api/admin/user/reset");

    const { client } = await join(program.wsUrl, { token: ann });
    const { client: guest, welcome } = await join(program.wsUrl);
    plant(welcome.you.guest ?? "");
    const said = plant(
      "planted words",
      ...["GET /", "GET /api/messages", "GET /api/admin/messages"],
    );
    client.send({ type: "say", ref: "1", text: said });
    guest.send({ type: "say", ref: "1", text: `${plant("planted refusal")}\u0007` });
    guest.sendRaw(plant("planted nonsense"));
    await Promise.all([client.next("ack"), guest.next("refused")]);

    const token = `?token=${ann}`;
    for (const path of [
      ...[
        "/",
        "/login",
        "/account",
        "/admin",
        "/embed",
        "/robots.txt",
        "/asyncapi.json",
        "/health",
        "/ready",
        "/docs",
        "/openapi.json",
        "/nothing",
      ],
      ...[
        "/api/today",
        "/api/messages",
        "/api/receipts",
        "/api/help",
        "/api/auth/me",
        "/api/auth/sign-ins",
        step,
      ],
      ...[
        "/api/admin/stats",
        "/api/admin/figures",
        "/api/admin/messages",
        "/api/admin/users",
        "/api/admin/topics",
      ],
      ...["/api/mod/audit", "/api/mod/mode", "/api/mod/reports", "/api/mod/sanctions", "/nothing"],
      ...["/api/mod/hidden", "/api/admin/figures"],
    ]) {
      await ask("GET", path, path.startsWith("/api/auth") ? ann : admin);
    }
    await ask("GET", `/nothing${token}`);
    await ask("POST", "/api/auth/login", undefined, { email: [password], password: { said } });
    const [, metrics = ""] = await program.printed(/"metrics":"([^"]+)"/);
    await ask("GET", new URL("metrics", metrics).href);
    await ask("POST", "/api/auth/logout", ann);
    expect(await program.end("SIGTERM")).toBe(0);

    // The first run, and a crash: whatever core it leaves is among the files.
    await using there = await folder();
    const first = await start(there.path, { LOG_LEVEL: "debug" });
    const [, setup = ""] = await first.printed(/#setup=([\w.-]+)/);
    plant(setup, "standard output and error of the first run");
    await ask("GET", "/api/auth/setup", setup, undefined, first.url);
    const { access_token } = await ask(
      "POST",
      "/api/auth/setup",
      undefined,
      {
        secret: setup,
        email: "first@example.com",
        username: "first",
        password: plant("planted password of the first run"),
        topic: "A topic",
      },
      first.url,
    );
    plant(z.string().parse(access_token), "POST /api/auth/setup");
    await first.end("SIGABRT");

    const kept = [...(await filesOf(here.path)), ...(await filesOf(there.path))];
    const outputs: [where: string, text: string][] = [
      ...answers,
      ["standard output and error", program.output()],
      ["standard output and error of the first run", first.output()],
      ...kept,
    ];
    const found = [...planted].flatMap(([secret, where]) =>
      outputs
        .filter(([place, text]) => text.includes(secret) && !where.includes(place))
        .map(([place]) => `${secret.slice(0, 20)} in ${place}`),
    );
    // An account's address is the one thing of these that a database keeps as it is.
    expect(
      found.filter((one) => !/^planted@example\.com in file messages\.db(-wal)?$/.test(one)),
    ).toEqual([]);
    expect([planted.size, outputs.length > 40]).toEqual([28, true]);
    // What belongs somewhere was there, or nothing was searched.
    const places = [...planted].filter(([, where]) => where.length > 0);
    const unseen = places.filter(([secret, where]) =>
      outputs.every(([place, text]) => !where.includes(place) || !text.includes(secret)),
    );
    expect(unseen.map(([secret]) => secret)).toEqual([]);
  },
  TEST_MS,
);

async function filesOf(path: string): Promise<[where: string, text: string][]> {
  const files = await readdir(path, { recursive: true });
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => {
      const bytes = await Bun.file(joined(path, file)).bytes();
      return [`file ${file}`, Buffer.from(bytes).toString("latin1")];
    }),
  );
}
