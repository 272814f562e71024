/** The steps of a Dockerfile, done by hand in folders: where there is no engine, they are tried all the same. */
import { cp, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

export interface Step {
  word: string;
  rest: string;
}

/** What the image starts and how. */
export interface Image {
  /** Its root folder. */
  root: string;
  user: string;
  workdir: string;
  env: Record<string, string>;
  command: string[];
  healthcheck: string[];
}

export function stepsOf(text: string): Step[] {
  const lines = text
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .join("\n")
    .replaceAll(/\\\n\s*/g, "")
    .split("\n");
  return lines.filter(Boolean).map((line) => {
    const [, word = "", rest = ""] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    return { word, rest };
  });
}

/** Runs both stages: `context` is the checkout, `folder` an empty one. */
export async function build(context: string, folder: string): Promise<Image> {
  const steps = stepsOf(await Bun.file(join(context, "Dockerfile")).text());
  const second = steps.findLastIndex(({ word }) => word === "FROM");
  const workdir = await firstStage(context, folder, steps.slice(1, second));
  const last = steps.slice(second);
  const of = (word: string) => last.filter((step) => step.word === word).map(({ rest }) => rest);
  const [, from = ""] = /^--from=build (\S+) \/$/.exec(of("COPY")[0] ?? "") ?? [];
  const words = (text = "") => (/\[.*\]$/.exec(text) ?? ["[]"])[0];
  return {
    root: join(folder, from.replace(workdir, "")),
    user: of("USER")[0] ?? "0:0",
    workdir: of("WORKDIR")[0] ?? "/",
    env: Object.fromEntries(new URLSearchParams(of("ENV").join("&").replaceAll(" ", "&"))),
    command: [...JSON.parse(words(of("ENTRYPOINT")[0])), ...JSON.parse(words(of("CMD")[0]))],
    healthcheck: JSON.parse(words(of("HEALTHCHECK")[0])),
  };
}

/** `folder` is the stage's WORKDIR, whose name is returned. */
async function firstStage(context: string, folder: string, steps: Step[]): Promise<string> {
  let workdir = "";
  for (const { word, rest } of steps) {
    if (word === "WORKDIR") workdir = rest;
    else if (word === "COPY") await copy(context, folder, rest);
    else if (word === "RUN") await run(folder, rest);
    else throw new Error(`Nobody knows how to do ${word} by hand.`);
  }
  return workdir;
}

async function copy(context: string, folder: string, rest: string): Promise<void> {
  const names = rest.split(" ").slice(0, -1);
  const all = names.includes(".") ? await sent(context) : names;
  for (const name of all) await cp(join(context, name), join(folder, name), { recursive: true });
}

/** What .dockerignore lets through. */
async function sent(context: string): Promise<string[]> {
  const lines = (await Bun.file(join(context, ".dockerignore")).text()).split("\n");
  const ignored = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const globs = ignored.map((pattern) => new Bun.Glob(pattern));
  return (await readdir(context)).filter((name) => !globs.some((glob) => glob.match(name)));
}

async function run(folder: string, script: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { PATH = "", HOME = "" } = process.env;
  const child = Bun.spawn(["sh", "-c", script], {
    cwd: folder,
    env: { PATH, HOME },
    stdin: "ignore",
    stdout: "pipe",
    stderr: "pipe",
  });
  const [out, err] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
  ]);
  if ((await child.exited) !== 0) throw new Error(`RUN ${script}\n${out}${err}`);
}
