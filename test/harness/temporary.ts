/** One temporary folder for a run of tests, which goes with the run however that ends. */
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const PREFIX = "rage-room-run-";

/** stdin ends with the process that holds it, by kill -9 too. Servers that still end may write. */
const GUARD = `
trap '' INT TERM HUP
read -r _
for again in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$1" && exit; sleep 1; done
`;

/** Held for as long as the process lives: its stdin is what keeps the folder. */
const guards: object[] = [];

/** Makes `tmpdir()` such a folder, here and in all that inherits this environment. */
export function useTemporaryFolder(): void {
  if (basename(tmpdir()).startsWith(PREFIX)) return;
  const folder = makeTemporaryFolder();
  const guard = Bun.spawn(["sh", "-c", GUARD, "sh", folder], {
    stdin: "pipe",
    stdout: "ignore",
    stderr: "ignore",
    detached: true,
  });
  guard.unref();
  guards.push(guard);
  process.env["TMPDIR"] = folder;
}

/** One in which PostgreSQL may run as another user. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o1777);
  return folder;
}
