import { expect, test } from "bun:test";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { folder } from "../process/program.ts";
import { endProcessesOf, leftBehind } from "./left-behind.ts";
import { needsLinux } from "./needs.ts";

test("nothing is left in an empty folder that nobody uses", async () => {
  await using here = await folder();
  expect(await leftBehind(here.path, 0)).toEqual([]);
});

test("each file and folder that is left is named, and one that goes now is not", async () => {
  await using here = await folder();
  await Bun.write(join(here.path, "b.db"), "");
  await mkdir(join(here.path, "a"));
  const found = ["left behind: a", "left behind: b.db"];
  expect(await leftBehind(here.path, 0)).toEqual(found);
  const left = leftBehind(here.path);
  for (const name of ["a", "b.db"]) await rm(join(here.path, name), { recursive: true });
  expect(await left).toEqual([]);
});

test.skipIf(needsLinux.isMissing).each([
  ["stands in the folder", (path: string) => ({ words: [], cwd: path, env: {} })],
  ["has it in its environment", (path: string) => ({ words: [], env: { TMPDIR: path } })],
  ["has it in its command", (path: string) => ({ words: [path], env: {} })],
])(`a process that %s is named for as long as it runs${needsLinux.note}`, async (_, from) => {
  await using here = await folder();
  const { words, ...options } = from(here.path);
  const command = ["sh", "-c", "echo begun; read -r _", ...words];
  const child = Bun.spawn(command, { ...options, stdin: "pipe", stdout: "pipe" });
  // Before that it may not have become its command yet.
  await child.stdout.getReader().read();
  const started = `still runs: ${child.pid} sh `;
  expect(await leftBehind(here.path, 0)).toEqual([expect.stringContaining(started)]);
  child.kill("SIGKILL");
  expect(await leftBehind(here.path)).toEqual([]);
  await child.exited;
});

test.skipIf(needsLinux.isMissing)(
  `what still uses a folder is ended, and nothing else${needsLinux.note}`,
  async () => {
    await using here = await folder();
    await using other = await folder();
    const users = [here, other].map(({ path }) =>
      Bun.spawn(["sh", "-c", "trap '' TERM INT; read -r _", path], { stdin: "pipe" }),
    );
    await endProcessesOf(here.path);
    expect(await users[0]?.exited).toBe(128 + 9);
    expect(users[1]?.exitCode).toBe(null);
    users[1]?.kill("SIGKILL");
    await users[1]?.exited;
  },
);
