/** What tells the process to end. */
import { readFileSync } from "node:fs";

const LOOK_FOR_PARENT_MS = 500;

/**
 * Calls `leave` once, at the first SIGTERM, SIGINT or SIGHUP. Later ones change nothing: npm and
 * supervisors send them twice, and the second must not cut short what the first began.
 * Where `byNpm`, it is called as well when npm is gone.
 */
export function whenToldToEnd(leave: () => void, byNpm: boolean): void {
  const told = Promise.withResolvers<void>();
  told.promise.then(leave);
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, told.resolve);
  if (!isHangupIgnored()) process.on("SIGHUP", told.resolve);
  if (byNpm) whenOrphaned(told.resolve);
}

/** Under nohup it is, and a handler would end that. Linux alone says so. */
function isHangupIgnored(): boolean {
  if (process.platform !== "linux") return false;
  const [, ignored = "0"] =
    /^SigIgn:\s*(\w+)/m.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return (BigInt(`0x${ignored}`) & 1n) === 1n;
}

/** npm hands on SIGTERM and SIGINT alone; with any other it ends and leaves its child running. */
function whenOrphaned(orphaned: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    orphaned();
  }, LOOK_FOR_PARENT_MS);
  looking.unref();
}
