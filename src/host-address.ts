import { isIP } from "node:net";

/**
 * Throws the system's error for a host without an address: Bun would call that a port in use. What
 * looks names up is loaded for a name alone, so that a start is sooner.
 */
export async function requireAddress(host: string): Promise<void> {
  if (isIP(host) !== 0) return;
  const { lookup } = await import("node:dns/promises");
  await lookup(host);
}
