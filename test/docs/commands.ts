/** The commands that the docs give, taken apart, and what is wrong with one before it is run. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { importsOf } from "../harness/imports.ts";
import { blocks, inlineCode, type Named, type Page, ROOT } from "./prose.ts";

export interface Command extends Named {
  /** The variables set before it. */
  env: Record<string, string>;
  words: string[];
}

/** What test/docs/commands.test.ts runs. */
export const RUN = [
  "npm ci",
  "npm run start",
  "npm run backup",
  "npm run forget-today",
  "bot.js",
  "bin/flood.ts",
  "src/cli.ts",
  "test/simulation/main.ts",
] as const;

/** Of these no test runs one, and why: each is held against what its program takes. */
export const TOO_MUCH: Record<string, string> = {
  "npm run test": "this is it",
  "npm run check": "the run of all tests has it",
  "npm run fix": "it writes into the checkout",
  "npm run bench": "minutes, and it installs what it compares with",
  "npm run torture": "minutes; test/torture/run.test.ts runs it",
  "npm run raid": "minutes; test/raid/quick.test.ts runs it",
  "raid/evenings.ts": "minutes; test/raid/evenings.test.ts plays a few",
  "torture/fail-over.ts":
    "takes minutes; test/torture/fail-over.test.ts fails over once of each kind",
  "torture/rolling.ts": "needs a proxy; test/torture/documented-proxy.test.ts runs it",
  "torture/churn.ts": "an hour",
  "torture/hostile.ts": "minutes; test/torture/hostile.test.ts goes a part of the way",
  "torture/frame-cost.ts":
    "it measures, so it wants an idle machine; test/torture/hostile.test.ts sends a few frames",
  "torture/revocations.ts": "minutes; test/http/own-account.test.ts revokes the same",
  "test/mutants/run-museum.ts": "minutes; test/mutants/museum.test.ts puts a fault in",
  "torture/power-cut.ts": "minutes, and needs a C compiler; test/torture/power-cut.test.ts runs it",
  "npm run build": "test/process/executable.test.ts runs it",
  "bench/memory.ts": "8,000 clients",
  "test/fuzz/run.ts": "minutes; test/fuzz/fuzz.test.ts goes a part of the way",
  "test/fuzz/guided.ts": "minutes, and it writes what it found into the checkout",
  "bin/frames.ts": "it measures, so it wants an idle machine",
  "bin/configuration.ts":
    "it writes into docs; test/docs/configuration.test.ts holds what it writes",
  "bin/pictures.ts": "minutes, and it writes into docs",
  "bin/lighthouse.ts": "it installs Lighthouse",
  "bin/forgetting.ts": "a minute; test/forgetting/proof.test.ts goes the same way",
  "bin/turn-a-million.ts": "minutes",
  "client/examples/bot.ts": "test/client/bot.test.ts runs it",
  pg_dump: "not ours",
  createdb: "not ours",
  psql: "not ours",
  useradd: "test/ops/systemd.test.ts runs it",
  install: "test/ops/systemd.test.ts runs it",
  openssl: "test/ops/systemd.test.ts runs it",
  systemctl: "test/ops/systemd.test.ts runs it",
  runuser: "test/ops/systemd.test.ts runs it",
  "npm run release": "it needs a key; test/ops/release.test.ts runs it with one",
  "ssh-keygen": "test/ops/release.test.ts runs it",
  sha256sum: "test/ops/release.test.ts runs it",
  docker: "needs an engine; test/ops/image.test.ts and test/ops/compose.test.ts go the same way",
  "systemd-analyze": "test/ops/systemd.test.ts runs it",
};

/** Every line of a block of shell, and every inline command of npm, npx, bun or node. */
function commandsOf(page: Page): Command[] {
  const inline = inlineCode(page).filter(({ text }) =>
    /^(npm|npx|bun|node) |^node_modules\//.test(text),
  );
  const lines = blocks(page)
    .filter(({ language }) => language === "sh")
    .flatMap((block) => linesOf(block));
  return [...inline, ...lines].flatMap((named) =>
    named.text.split(" && ").map((text) => parsed({ ...named, text })),
  );
}

/** Every command of these pages, with what it runs. */
export async function resolved(pages: readonly Page[]) {
  const { scripts } = Scripts.parse(JSON.parse(await textOf("package.json")));
  return pages
    .flatMap((page) => commandsOf(page))
    .map((command) => ({ command, run: runOf(command, scripts) }));
}

const Scripts = z.object({ scripts: z.record(z.string(), z.string()) });

function linesOf({ at, text, context }: Named): Named[] {
  const [, page = "", first = ""] = /^(.*):(\d+)$/.exec(at) ?? [];
  const found: Named[] = [];
  let command = "";
  for (const [index, line] of text.split("\n").entries()) {
    command += line.replace(/\s+#.*$/, "").replace(/\\$/, "");
    if (line.endsWith("\\") || command.trim() === "") continue;
    found.push({ at: `${page}:${Number(first) + index}`, text: command.trim(), context });
    command = "";
  }
  return found;
}

function parsed(named: Named): Command {
  const env: Record<string, string> = {};
  // What stands in brackets may be left out, so it may also be there.
  const words = named.text.replaceAll(/[[\]]/g, "").split(/\s+/);
  for (;;) {
    const [, name, value] = /^([A-Z_]+)=(.*)$/.exec(words[0] ?? "") ?? [];
    if (name === undefined || value === undefined) break;
    env[name] = value;
    words.shift();
  }
  return { ...named, env, words };
}

/** What a command runs, and what it is given. */
interface Run {
  /** From the root of the checkout; null where it is not one file of ours. */
  file: string | null;
  /** By which the lists of the test know it. */
  name: string;
  args: string[];
}

/** Null where it is nothing that this project's docs may ask anybody to run. */
function runOf({ words }: Command, scripts: Record<string, string>): Run | null {
  const [tool = "", verb = "", ...rest] = words;
  if (OTHERS.includes(tool)) return { file: null, name: tool, args: words.slice(1) };
  if (tool === "npm" && verb === "ci") return { file: null, name: "npm ci", args: rest };
  if (tool === "npm") {
    const script = verb === "run" ? (rest.shift() ?? "") : verb;
    const body = scripts[script];
    if (rest[0] === "--silent") rest.shift();
    if (body === undefined || (rest.length > 0 && rest[0] !== "--")) return null;
    const file = /^(?:exec )?bun (\S+\.ts)/.exec(body)?.[1] ?? null;
    return { file, name: `npm run ${script}`, args: rest.slice(1) };
  }
  const [file = "", ...args] = rest;
  if (tool !== "npx" || verb !== "bun" || !/^\w.*\.[jt]s$/.test(file)) return null;
  // A script is one that the page itself shows.
  return { file: file.endsWith(".js") ? null : file, name: file, args };
}

/** What is wrong with a command, as far as its words tell. `variables`: those that the program reads. */
export async function faultsOf(
  { env, context, text }: Command,
  { file, name, args }: Run,
  variables: ReadonlySet<string>,
): Promise<string[]> {
  const named = [
    ...Object.keys(env),
    ...[...text.matchAll(/\$(\w+)/g)].map(([, used = ""]) => used),
  ];
  const faults = named.filter((one) => !variables.has(one)).map((one) => `nothing reads ${one}`);
  if (file === null) {
    if (OTHERS.includes(name)) return faults;
    const unknown = args.filter((arg) => arg !== "--omit=dev" || name !== "npm ci");
    return [...faults, ...unknown.map((arg) => `${arg} is not taken`)];
  }
  if (!existsSync(join(ROOT, file))) return [...faults, `${file} is not there`];
  const source = await argumentsSource(file);
  faults.push(...args.filter((arg) => !isTaken(arg, source)).map((arg) => `${arg} is not taken`));
  if ((await needsEverything(file)) && !/\bnpm ci\b(?! --omit)/.test(context)) {
    faults.push("nothing beside it says that it needs `npm ci`");
  }
  return faults;
}

/** Tools of others that a page may name. */
const OTHERS = [
  "pg_dump",
  "createdb",
  "psql",
  "useradd",
  "install",
  "openssl",
  "systemctl",
  "systemd-analyze",
  "runuser",
  "docker",
  "ssh-keygen",
  "sha256sum",
];

function isTaken(arg: string, source: string): boolean {
  const [, flag, value] = /^--([\w-]+)(=.*)?$/.exec(arg) ?? [];
  if (flag === undefined) return /allowPositionals|process\.argv/.test(source);
  const type = value === undefined ? "boolean" : "string";
  return new RegExp(`\\b"?${flag}"?: \\{\\s*type: "${type}"`).test(source);
}

/** The file, and those of the verbs where it runs them. */
async function argumentsSource(file: string): Promise<string> {
  const verbs = file === "src/cli.ts" ? [...new Bun.Glob("src/cli/*.ts").scanSync(ROOT)] : [];
  return (await Promise.all([file, ...verbs].map(textOf))).join("");
}

/** Whether a file, or one that it imports, names a package that `npm ci --omit=dev` leaves out. */
async function needsEverything(file: string, seen = new Set<string>()): Promise<boolean> {
  seen.add(file);
  if (file.endsWith(".json")) return false;
  const { devDependencies } = JSON.parse(await textOf("package.json"));
  const text = await textOf(file);
  if (Object.keys(devDependencies).some((name) => text.includes(`"${name}"`))) return true;
  for (const { file: imported, kind } of importsOf(file, text)) {
    if (imported === undefined || kind === "type" || seen.has(imported)) continue;
    if (await needsEverything(imported, seen)) return true;
  }
  return false;
}

async function textOf(file: string): Promise<string> {
  return await Bun.file(join(ROOT, file)).text();
}
