/** The commands of the docs, run as they are written, in less of it where one would take long. */
import { afterAll, expect, setDefaultTimeout, test } from "bun:test";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import { TEST_MS } from "../harness/limits.ts";
import { freshDatabase } from "../harness/postgres.ts";
import { connect } from "../harness/sockets.ts";
import { folder, start } from "../process/program.ts";
import { type Command, RUN, resolved } from "./commands.ts";
import { ended, installed, printing } from "./installed.ts";
import { blocks, ROOT, readPages } from "./prose.ts";

setDefaultTimeout(TEST_MS);

/** How each is run, and what is seen. */
const RUNS: Record<(typeof RUN)[number], (command: Command) => Promise<void>> = {
  "npm ci": async ({ words }) => {
    await ended(tree.path, [...words, "--dry-run", "--offline"]);
  },
  "npm run start": async ({ words, env }) => {
    const filled = Object.entries(env).map(async ([name, value]) => [
      name,
      await real(name, value),
    ]);
    const file = join(tree.path, `${crypto.randomUUID()}.db`);
    const all = {
      PORT: "0",
      DATABASE_URL: `sqlite:${file}`,
      ...Object.fromEntries(await Promise.all(filled)),
    };
    await using room = await printing(tree.path, words, all, /open at (\S+)\/ /);
    expect((await fetch(`${room.line[1]}/health`)).status).toBe(200);
    expect(await room.end()).toBe(0);
  },
  "npm run backup": async ({ words }) => {
    await using room = await roomWithWords();
    const file = join(room.path, "backup.db");
    await ended(tree.path, [...words.slice(0, 3), "--", file], room.env);
    expect(existsSync(file)).toBe(true);
  },
  "npm run forget-today": async ({ words }) => {
    await using room = await roomWithWords();
    await room.end();
    const output = await ended(tree.path, [...words.slice(0, 3), "--", "--yes"], room.env);
    expect(output).toContain("What was said today is gone (messages: 1)");
  },
  "bot.js": async ({ words, at }) => {
    await using room = await roomWithWords();
    const shown = pages.flatMap(blocks).filter((block) => block.language === "js");
    expect(shown.map((block) => block.at.split(":")[0])).toEqual([at.split(":")[0]]);
    const script = shown[0]?.text.replace("ws://127.0.0.1:8000/ws", room.wsUrl) ?? "";
    await Bun.write(join(tree.path, "bot.js"), script);
    await using bot = await printing(tree.path, words, {}, /^Grumpy Bot: The build is red\.$/m);
    expect(bot.output).toContain("The printer did it again.");
  },
  "bin/flood.ts": async ({ words }) => {
    await using room = await roomWithWords();
    const here = words.map((word) => (word.startsWith("--url=") ? `--url=${room.url}` : word));
    expect(await ended(ROOT, [...here, "--people=2", "--seconds=1"])).toMatch(/stored: [1-9]/);
  },
  "src/cli.ts": async ({ words }) => {
    await using room = await roomWithWords();
    const asked = words.map((word) => (word === "VERB" ? "receipts" : word));
    expect(await ended(tree.path, asked, room.env)).toBe("");
  },
  "test/simulation/main.ts": async ({ words }) => {
    const few = words.map((word) => word.replace(/^--seeds=.*/, "--seeds=2"));
    expect(await ended(ROOT, few)).toMatch(/ holds?\b/);
  },
};

const tree = await installed();
afterAll(() => tree[Symbol.asyncDispose]());
const pages = await readPages();
const commands = await resolved(pages);

/** What differs only in what is made less of it, or filled in, is run once. */
const runs = new Map(
  commands.flatMap(({ command, run }) => {
    const name = RUN.find((one) => one === run?.name);
    const kind = command.text.replace(/ -- .*$/, "").replace(/--seeds=\d+/, "--seeds=N");
    return name ? [[kind, () => RUNS[name](command)] as const] : [];
  }),
);
const atOnce = pLimit(availableParallelism());
test.concurrent.each([...runs])("it works as written: %s", async (_kind, run) => {
  await atOnce(run);
});

/** A room of its own, in which something was said. */
async function roomWithWords() {
  const here = await folder();
  const program = await start(here.path);
  await using anna = await connect(program.wsUrl);
  anna.send({ type: "hello" });
  anna.send({ type: "say", ref: "1", text: "The printer did it again." });
  await anna.next("ack");
  return {
    path: here.path,
    url: program.url,
    wsUrl: program.wsUrl,
    env: { DATABASE_URL: `sqlite:${join(here.path, "messages.db")}` },
    end: () => program.end("SIGTERM"),
    [Symbol.asyncDispose]: async () => {
      await program.end("SIGTERM");
      await here[Symbol.asyncDispose]();
    },
  };
}

/** What an operator puts in the place of what the docs can only hint at. */
async function real(name: string, value: string): Promise<string> {
  if (value.startsWith("postgres:")) return (await freshDatabase()).url;
  if (value.startsWith("sqlite:/")) return `sqlite:${join(tree.path, basename(value))}`;
  if (name === "SECRET_KEY") return "a secret of at least thirty-two bytes";
  return name === "HOST" ? "127.0.0.1" : value;
}
