/** Whatever this process started or made goes with it, however it ends short of kill -9. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Subprocess } from "bun";

const running = new Set<Subprocess>();
const folders = new Set<string>();

process.on("exit", () => {
  // A process that is stopped hears SIGKILL all the same.
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders) removeFolder(folder);
});

export function endOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(130));
}

export function keepTrackOf<Child extends Subprocess>(child: Child): Child {
  running.add(child);
  child.exited.then(
    () => running.delete(child),
    () => running.delete(child),
  );
  return child;
}

/** `mebibytes`: on a disk of its own of that size, where this user may mount one; else null. */
export function newFolder(): string;
export function newFolder(mebibytes: number): string | null;
export function newFolder(mebibytes?: number): string | null {
  const folder = mkdtempSync(join(tmpdir(), "torture-"));
  folders.add(folder);
  if (mebibytes === undefined) return folder;
  const mounted = Bun.spawnSync([
    "mount",
    "-t",
    "tmpfs",
    "-o",
    `size=${mebibytes}m`,
    "tmpfs",
    folder,
  ]);
  if (mounted.success) return folder;
  removeFolder(folder);
  return null;
}

export function removeFolder(folder: string): void {
  if (!folders.delete(folder)) return;
  // Says no where nothing is mounted, which is as well.
  Bun.spawnSync(["umount", "-l", folder], { stderr: "ignore" });
  rmSync(folder, { recursive: true, force: true });
}
