import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join as path } from "node:path";
import { keptLog, openRoom, type TestRoom } from "../harness/room.ts";
import { connectPlain } from "../harness/sockets.ts";
import { join, refusal, say } from "./joining.ts";

const journal = keptLog();
let folder: string;
let room: TestRoom;
beforeAll(async () => {
  folder = await mkdtemp(path(tmpdir(), "word-list-"));
  const file = path(folder, "words.txt");
  await writeFile(file, "[en]\nquibbler\n");
  room = await openRoom({ env: { WORDLIST: file, LOG_LEVEL: "debug" }, logger: journal.logger });
});
afterAll(async () => {
  await room.stop();
  await rm(folder, { recursive: true });
});

describe("a word of the operator's list", () => {
  test("is refused wherever somebody says it, and nobody else hears of it", async () => {
    const { client } = await join(room.wsUrl);
    const said = await refusal(client, "you QU1BBLER!");
    expect(said).toMatchObject({ code: "not_allowed", detail: "This word is not said here." });
    const plain = await connectPlain(room.wsUrl);
    plain.send({ user: "Ann", text: "quibblerrrr" });
    expect(await plain.next()).toMatchObject({ user: "System", text: said.detail });
    await say(client, "quibblers and a quibble");
    expect(await plain.next()).toMatchObject({ text: "quibblers and a quibble" });
    const { messages } = await (await room.call("GET", "/api/messages")).json();
    expect(messages).toHaveLength(1);
  });

  test("is no name, neither a guest's in plain mode nor an account's", async () => {
    const plain = await connectPlain(room.wsUrl);
    await plain.next();
    plain.send({ user: "The Quibbler", text: "hi" });
    expect(await plain.next()).toMatchObject({
      user: "System",
      text: "This word is not said here.",
    });
    const body = { email: "q@example.com", username: "quibbler", password: "correct horse" };
    const refused = await room.call("POST", "/api/auth/register", { body });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "not_allowed" });
  });

  test("is in no line of the log", () => {
    expect(JSON.stringify(journal.lines)).not.toMatch(/qu[i1]bbler/i);
  });
});
