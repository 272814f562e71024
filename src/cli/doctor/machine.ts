import { readFileSync } from "node:fs";
import type { Config } from "../../config.ts";
import { roomForSockets } from "../../process/descriptors.ts";
import { type Finding, ok, warn } from "../findings.ts";

export async function* checkMachine(config: Config | null): AsyncGenerator<Finding> {
  yield checkSwap(textOf("/proc/swaps"));
  if (config !== null) yield checkDescriptors(config.maxConnections);
}

/** `swaps`: as Linux lists them; null on another system. */
export function checkSwap(swaps: string | null): Finding {
  if (swaps === null) return ok("swap", "only Linux says; encrypt it, or switch it off");
  const devices = swaps
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(/\s/)[0] ?? "")
    // In memory.
    .filter((device) => device !== "" && !/\/zram\d+$/.test(device));
  if (devices.length === 0) return ok("swap", "it is off");
  return warn(
    "swap",
    `${devices.join(", ")} may keep what was said past midnight. Switch it off (swapoff -a), encrypt it, or keep the room out of it (MemorySwapMax=0 in its unit).`,
  );
}

/** Of this shell: a service has limits of its own. */
function checkDescriptors(wanted: number): Finding {
  const { limit, sockets } = roomForSockets();
  if (sockets >= wanted) return ok("open files", `enough for ${wanted} connections`);
  return warn(
    "open files",
    `MAX_CONNECTIONS is ${wanted}, and the limit of ${limit} leaves ${sockets}, if the room has that of this shell. Raise it (ulimit -n, LimitNOFILE).`,
  );
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}
