import { readdirSync, readlinkSync } from "node:fs";

/** kill -9 to every process that works in a folder `data` under `folder`: those of a PostgreSQL there. */
export function killPostgresIn(folder: string): void {
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name)) killIfIn(folder, name);
  }
}

function killIfIn(folder: string, pid: string): void {
  try {
    const cwd = readlinkSync(`/proc/${pid}/cwd`);
    if (cwd.startsWith(`${folder}/`) && cwd.endsWith("/data")) process.kill(Number(pid), "SIGKILL");
  } catch (error) {
    // It has ended meanwhile, or is another user's.
    if (!(error instanceof Error && "code" in error)) throw error;
  }
}
