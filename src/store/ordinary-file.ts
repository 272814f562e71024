import { lstatSync, statSync } from "node:fs";

/**
 * What is in the place of a file, in words. Null if a file is there, or nothing. Opening a pipe
 * would wait for its other end, and the rights of a device belong to the whole machine.
 */
export function whatInsteadOfFile(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory()) return "a folder";
  if (stats) return stats.isFile() ? null : "no file";
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  return isLink ? "a link that leads to no file" : null;
}
