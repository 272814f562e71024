/** A disk without a byte to spare. */
import { appendFileSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";
import type { Cluster } from "../cluster.ts";
import { type Fault, some } from "./fault.ts";

const REFUSALS = 20;
const REFUSED_WITHIN_MS = 60_000;

export const fullDisk: Fault = {
  name: "full disk",
  stores: ["sqlite", "postgres"],
  times: ({ kills, quick }) => (quick ? 0 : some(kills, 0.015)),
  diskMebibytes: { sqlite: 16, postgres: 192 },
  async strike(cluster) {
    const { disk } = cluster;
    if (disk === null) throw new Error("This room has no disk of its own.");
    const ballast = join(disk, "ballast");
    const before = refused(cluster);
    const started = performance.now();
    while (refused(cluster) < before + REFUSALS) {
      if (performance.now() - started > REFUSED_WITHIN_MS) {
        throw new Error("The disk was full, and nobody was refused.");
      }
      // Again and again: what the store frees is taken too.
      fill(disk, ballast);
      await Bun.sleep(50);
    }
    rmSync(ballast, { force: true });
    const over = performance.now();
    await cluster.healthy();
    await cluster.stores();
    return performance.now() - over;
  },
};

/** The store may be quicker and take the last of it, which is as full. */
function fill(disk: string, ballast: string): void {
  const { bavail, bsize } = statfsSync(disk);
  try {
    if (bavail > 0) appendFileSync(ballast, Buffer.alloc(bavail * bsize));
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  }
}

function refused({ clients }: Cluster): number {
  return clients.reduce((sum, { witness }) => sum + witness.refused, 0);
}
