/** Why a start failed, as one sentence: what is wrong, the variable's name, what to do. */
import { InvalidSigningKey } from "./accounts/signing-key.ts";
import { type Config, ConfigError } from "./config.ts";
import { MetricsNotServed } from "./metrics/not-served.ts";
import { UnusableDatabase } from "./store/database/database.ts";

type Address = Pick<Config, "host" | "port">;

/** By the system's code for an address that cannot be listened on. */
const LISTENING: Record<string, (address: Address) => string> = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is in use. Set PORT to another, or stop what listens there.`,
  EACCES: ({ port }) =>
    `PORT: this user may not listen on ${port}. Set PORT to one from 1024 on, and let a proxy or the system pass ${port} on to it.`,
  EADDRNOTAVAIL: ({ host }) => noAddress(host),
  EAI_AGAIN: ({ host }) => noAddress(host),
  EINVAL: ({ host }) => noAddress(host),
  ENOTFOUND: ({ host }) => noAddress(host),
  EAFNOSUPPORT: ({ host }) => noAddress(host),
};

/** Null for a fault of the program itself, which is shown with its trace. */
export function startFailure(error: unknown, address: Address | null): string | null {
  if (error instanceof ConfigError) {
    return `The room cannot start with these variables:\n${error.message}`;
  }
  if (error instanceof UnusableDatabase || error instanceof InvalidSigningKey) return error.message;
  if (error instanceof MetricsNotServed) return error.message;
  if (!(error instanceof Error) || address === null) return null;
  if (!("syscall" in error) || !("code" in error)) return null;
  if (error.syscall !== "listen" && error.syscall !== "getaddrinfo") return null;
  return LISTENING[String(error.code)]?.(address) ?? null;
}

function noAddress(host: string): string {
  return `HOST: “${host}” is no address of this machine. Use 127.0.0.1 for this machine alone, 0.0.0.0 or :: for every network, or one of its own addresses.`;
}
