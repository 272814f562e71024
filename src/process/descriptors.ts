import { dlopen, FFIType, ptr } from "bun:ffi";
import { closeSync, openSync, readFileSync } from "node:fs";
import type { Logger } from "../room/ports.ts";

/** As in `sys/resource.h` of macOS. */
const RLIMIT_NOFILE = 8;
/** Kept for staff, the store, calls, and those who are told that the room is full: a quarter of all, within these. */
const LEAST_KEPT = 32;
const MOST_KEPT = 2_048;
/** So many of them for staff at most. */
const FOR_STAFF = 1_024;

/**
 * How many sockets may stay open so that descriptors are left for everything else: where none is
 * left, a newcomer gets no answer and the loop spins. `limit` is null where it is not known.
 */
export interface DescriptorRoom {
  limit: number | null;
  sockets: number;
  /** Beyond those, for staff. */
  staff: number;
}

export function roomForSockets(): DescriptorRoom {
  const limit = descriptorLimit();
  if (limit === null) return { limit, sockets: Number.POSITIVE_INFINITY, staff: FOR_STAFF };
  const kept = Math.min(MOST_KEPT, Math.max(LEAST_KEPT, Math.floor(limit / 4)));
  const staff = Math.min(FOR_STAFF, Math.floor(kept / 2));
  return { limit, sockets: Math.max(1, limit - descriptorsInUse() - kept), staff };
}

/** The soft limit of this process, getrlimit(2). */
export function descriptorLimit(): number | null {
  switch (process.platform) {
    case "linux":
      return limitIn(readFileSync("/proc/self/limits", "utf8"));
    case "darwin":
      return limitOfDarwin();
    default:
      return null;
  }
}

/** Of a table as in proc_pid_limits(5): its first number is the soft limit. */
function limitIn(limits: string): number | null {
  const [, soft] = /^Max open files +(\d+)/m.exec(limits) ?? [];
  return soft === undefined ? null : Number(soft);
}

function limitOfDarwin(): number | null {
  const { symbols } = dlopen("libSystem.dylib", {
    getrlimit: { args: [FFIType.i32, FFIType.ptr], returns: FFIType.i32 },
  });
  const limits = new BigUint64Array(2);
  return symbols.getrlimit(RLIMIT_NOFILE, ptr(limits)) === 0 ? Number(limits[0]) : null;
}

/** Close to it: a new descriptor is the lowest that is free, open(2). */
function descriptorsInUse(): number {
  const descriptor = openSync("/dev/null", "r");
  closeSync(descriptor);
  return descriptor;
}

/** The operator's limit, or what the process's limit of descriptors leaves room for. */
export function connectionsWithin(wanted: number, logger: Logger) {
  const { limit, sockets, staff: staffConnections } = roomForSockets();
  if (sockets >= wanted) return { maxConnections: wanted, staffConnections };
  logger.warn(
    { max_connections: wanted, descriptors: limit, connections: sockets },
    `MAX_CONNECTIONS is ${wanted}, but this process may have ${limit} files open: the room is full at ${sockets} connections. Raise the limit (ulimit -n, LimitNOFILE).`,
  );
  return { maxConnections: sockets, staffConnections };
}
