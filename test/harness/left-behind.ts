/** What a suite that ended has left: files in its temporary folder, and processes that still use it. */
import { existsSync } from "node:fs";
import { readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";

/** Servers and browsers that were told to end may need a moment on a busy machine. */
const ENDING_MS = 20_000;
const LOOK_MS = 100;

/** A line for each; none where all is gone, or goes now. */
export async function leftBehind(folder: string, endingMs = ENDING_MS): Promise<string[]> {
  const start = performance.now();
  for (;;) {
    const left = [...(await filesIn(folder)), ...(await processesOf(folder))];
    if (left.length === 0 || performance.now() - start > endingMs) return left;
    await Bun.sleep(LOOK_MS);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted().map((name) => `left behind: ${name}`);
}

/** Those that stand in the folder, or name it in their command or environment. Linux alone says so. */
async function processesOf(folder: string): Promise<string[]> {
  if (!existsSync("/proc/self/environ")) return [];
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => sentenceOn(pid, folder)));
  return found.filter((sentence) => sentence !== null);
}

/** Null where it has nothing to do with the folder, is gone already, or is another user's. */
async function sentenceOn(pid: string, folder: string): Promise<string | null> {
  const about = (name: string) => readFile(join("/proc", pid, name), "utf8").catch(() => "");
  const place = await readlink(join("/proc", pid, "cwd")).catch(() => "");
  const command = await about("cmdline");
  const isOfFolder = [place, command, await about("environ")].some((text) => text.includes(folder));
  return isOfFolder ? `still runs: ${pid} ${command.split("\0").slice(0, 3).join(" ")}` : null;
}
