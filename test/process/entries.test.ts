/** Every way in that an operator types refuses what it does not know, before it looks at anything. */
import { expect, setDefaultTimeout, test } from "bun:test";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { version } from "../../package.json";
import { TEST_MS } from "../harness/limits.ts";
import { folder } from "./program.ts";

setDefaultTimeout(TEST_MS);

const ROOT = join(import.meta.dir, "../..");
const npm = (...words: string[]) => ["npm", "--silent", "--prefix", ROOT, ...words];
const bun = (file: string, ...words: string[]) => [process.execPath, join(ROOT, file), ...words];

/** Runs it to its end, in a folder of its own; `made` is what it left there. */
async function run(command: readonly string[]) {
  await using here = await folder();
  const { PATH = "", HOME = "" } = process.env;
  // A start that came so far is refused too, with 1 and at once.
  const env = { PATH, HOME, DATABASE_URL: "mysql://db.invalid/room" };
  const child = Bun.spawn([...command], {
    cwd: here.path,
    env,
    stdin: "ignore",
    stderr: "pipe",
  });
  const [out, err, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  return { code, out, err, made: await readdir(here.path) };
}

const UNKNOWN: [string, string[], string][] = [
  ["npm start -- frobnicate", npm("start", "--", "frobnicate"), "“frobnicate” is not a verb"],
  ["npm start -- --prot=80", npm("start", "--", "--prot=80"), "Variables set the room up"],
  ["npm start -- chat", npm("start", "--", "chat"), "It takes 1 word, and was given 0."],
  ["npm start -- serve now", npm("start", "--", "serve", "now"), "It takes 0 words"],
  ["npm run backup", npm("run", "backup"), "It takes 1 word, and was given 0."],
  ["npm run backup -- --all x", npm("run", "backup", "--", "--all", "x"), "--all"],
  ["npm run forget-today -- now", npm("run", "forget-today", "--", "now"), "It takes 0 words"],
  ["npm run forget-today -- --now", npm("run", "forget-today", "--", "--now"), "--now"],
  ["rage-room frobnicate", bun("src/cli.ts", "frobnicate"), "“frobnicate” is not a verb"],
  ["rage-room --prot=80", bun("src/cli.ts", "--prot=80"), "Variables set the room up"],
  ["src/main.ts chat", bun("src/main.ts", "chat"), "npx bun src/cli.ts help"],
];

test.each(UNKNOWN)(
  "%s is refused with 2 and a sentence, and makes nothing",
  async (_, typed, says) => {
    const { code, out, err, made } = await run(typed);
    expect({ code, out, made }).toEqual({ code: 2, out: "", made: [] });
    expect(err.split("\n")[0]).toContain(says);
  },
);

test("npm start -- VERB is that verb", async () => {
  expect(await run(npm("start", "--", "version"))).toEqual({
    code: 0,
    out: `${version}\n`,
    err: "",
    made: [],
  });
});
