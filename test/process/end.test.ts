import { describe, expect, test } from "bun:test";
import { z } from "zod";
import { History } from "../../src/wire/http.ts";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { STORES, type Store } from "../harness/room.ts";
import { type Client, connectPlain } from "../harness/sockets.ts";
import { join } from "../ws/joining.ts";
import { folder, type Program, start } from "./program.ts";

const ENV = {
  SECRET_KEY: "0123456789abcdef0123456789abcdef",
  MESSAGES_PER_MINUTE: "1000000",
};

/** Keeps some messages in flight until the socket ends; gives what was acked, by ref. */
async function flood(client: Client, enough: (acked: number) => void) {
  const acked = new Map<string, number>();
  let sent = 0;
  const sendOne = () => client.send({ type: "say", ref: `${sent}`, text: `message ${sent++}` });
  for (let i = 0; i < 30; i++) sendOne();
  try {
    for (;;) {
      const { ref, seq } = await client.next("ack");
      acked.set(ref, seq);
      enough(acked.size);
      sendOne();
    }
  } catch (error) {
    expect(String(error)).toContain("the socket closed");
  }
  return acked;
}

async function history(program: Program) {
  const response = await fetch(`${program.url}/api/messages`);
  return History.parse(await response.json()).messages;
}

async function place(store: Store) {
  const here = await folder();
  if (store === "sqlite") return { ...here, env: ENV };
  const { url, drop } = await freshDatabase();
  const dispose = () => Promise.all([drop(), here[Symbol.asyncDispose]()]).then(() => undefined);
  return { path: here.path, env: { ...ENV, DATABASE_URL: url }, [Symbol.asyncDispose]: dispose };
}

describe.each(STORES)("on %s", (store) => {
  test.each(store === "sqlite" ? (["SIGTERM", "SIGINT"] as const) : (["SIGTERM"] as const))(
    "%s ends it with 0: what was accepted is stored, and every socket is told",
    async (signal) => {
      await using at = await place(store);
      const program = await start(at.path, at.env);
      const { client } = await join(program.wsUrl);
      const plain = await connectPlain(program.wsUrl);
      const { client: deflated } = await join(program.wsUrl, {}, { deflate: true });
      let ended: Promise<number | null> | undefined;
      const acked = await flood(client, (count) => {
        if (count === 100) ended = program.end(signal);
      });
      expect(await ended).toBe(0);
      for (const { closed } of [client, plain, deflated]) {
        expect((await closed).code).toBe(1001);
      }
      const heard = client.events.flatMap((event) => (event.type === "message" ? [event.id] : []));
      await using again = await start(at.path, at.env);
      const stored = (await history(again)).map(({ id }) => id);
      expect(acked.size).toBeGreaterThanOrEqual(100);
      expect(stored).toEqual(expect.arrayContaining([...acked.values()]));
      expect(stored).toEqual(expect.arrayContaining(heard));
      expect(again.output()).not.toContain("message 1");
    },
    TEST_MS,
  );

  test(
    "kill -9 in the middle of a flood loses nothing that was acked, and breaks nothing",
    async () => {
      await using at = await place(store);
      const program = await start(at.path, at.env);
      const { client, welcome } = await join(program.wsUrl);
      let ended: Promise<number | null> | undefined;
      const acked = await flood(client, (count) => {
        if (count === 200) ended = program.end("SIGKILL");
      });
      expect(await ended).toBeNull();
      await using again = await start(at.path, at.env);
      const stored = await history(again);
      const byId = new Map(stored.map(({ id, text }) => [id, text]));
      for (const [ref, seq] of acked) expect(byId.get(seq)).toBe(`message ${ref}`);
      expect(new Set(stored.map(({ text }) => text)).size).toBe(stored.length);

      // Whoever saw more than was acked comes back as the same, and says the rest again: once each.
      const { client: back } = await join(again.wsUrl, { guest: welcome.you.guest });
      for (let i = 0; i < 20; i++) {
        const ref = `${acked.size - 10 + i}`;
        back.send({ type: "say", ref, text: `message ${ref}` });
        await back.next("ack", (ack) => ack.ref === ref);
      }
      const texts = (await history(again)).map(({ text }) => text);
      expect(new Set(texts).size).toBe(texts.length);
    },
    TEST_MS,
  );
});

test(
  "nothing that was said, no password and no token is ever logged, and each line is JSON",
  async () => {
    await using here = await folder();
    const ADMIN_PASSWORD = "hush, a password of the admin";
    const program = await start(here.path, { ...ENV, ADMIN_PASSWORD, LOG_LEVEL: "debug" });
    const secrets: string[] = [ENV.SECRET_KEY];
    const secret = (text: string) => {
      secrets.push(text);
      return text;
    };
    const post = (path: string, body: unknown, token?: string) =>
      fetch(program.url + path, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        },
        body: JSON.stringify(body),
      });
    const account = {
      email: "ann@example.com",
      username: "ann",
      password: secret("hush-password"),
    };
    await post("/api/auth/register", account);
    await post("/api/auth/login", { ...account, password: secret("hush-wrong") });
    await post("/api/auth/login", { ...account, password: [secret("hush-type")] });
    const login = await post("/api/auth/login", account);
    const token = secret(
      z.object({ access_token: z.string() }).parse(await login.json()).access_token,
    );
    await fetch(`${program.url}/nothing?token=${token}`);
    await fetch(`${program.url}/api/auth/me`, {
      headers: { Authorization: secret("Bearer hush-bad") },
    });
    const { client } = await join(program.wsUrl, { token });
    const { client: guest, welcome } = await join(program.wsUrl);
    secret(welcome.you.guest ?? "");
    client.send({ type: "say", ref: "1", text: secret("hush said by a user") });
    guest.send({ type: "say", ref: "1", text: secret("hush said by a guest") });
    guest.send({ type: "say", ref: "2", text: `${secret("hush refused")}\u0007` });
    guest.sendRaw(secret("hush nonsense"));
    const plain = await connectPlain(program.wsUrl);
    plain.send({ user: "Ben", text: secret("hush said plainly") });
    await Promise.all([client.next("ack"), guest.next("ack"), guest.next("refused")]);
    await plain.next(({ text }) => text === "hush said plainly");
    await post("/api/auth/logout", {}, token);
    await client.closed;
    expect(await program.end("SIGTERM")).toBe(0);
    const lines = program.output().trim().split("\n");
    for (const line of lines) {
      expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) });
    }
    for (const hidden of secrets) expect(program.output()).not.toContain(hidden);
    expect(program.output()).not.toContain("hush");
    expect(program.output()).toContain('"msg"');
  },
  TEST_MS,
);
