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
    const running = (await processesOf(folder)).map(
      ({ pid, command }) => `still runs: ${pid} ${command}`,
    );
    const left = [...(await filesIn(folder)), ...running];
    if (left.length === 0 || performance.now() - start > endingMs) return left;
    await Bun.sleep(LOOK_MS);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).toSorted().map((name) => `left behind: ${name}`);
}

/** Kills what still uses the folder, until nothing does. */
export async function endProcessesOf(folder: string): Promise<void> {
  for (;;) {
    const running = await processesOf(folder);
    if (running.length === 0) return;
    for (const { pid } of running) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It is gone already.
      }
    }
    await Bun.sleep(LOOK_MS);
  }
}

interface Running {
  pid: number;
  command: string;
}

/** Those that stand in the folder, or name it in their command or environment. Linux alone says so. */
async function processesOf(folder: string): Promise<Running[]> {
  if (!existsSync("/proc/self/environ")) return [];
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => userOf(folder, pid)));
  return found.filter((running) => running !== null);
}

/** Null where it has nothing to do with the folder, is gone already, or is another user's. */
async function userOf(folder: string, pid: string): Promise<Running | null> {
  const about = (name: string) => readFile(join("/proc", pid, name), "utf8").catch(() => "");
  const place = await readlink(join("/proc", pid, "cwd")).catch(() => "");
  const command = await about("cmdline");
  const isOfFolder = [place, command, await about("environ")].some((text) => text.includes(folder));
  if (!isOfFolder) return null;
  return { pid: Number(pid), command: command.split("\0").slice(0, 3).join(" ") };
}
