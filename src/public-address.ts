/** Where the room is found. */
import type { Config } from "./config.ts";

/** The room as a browser elsewhere finds it: the one origin that the operator named, else where it listens. */
export function outside({ allowedOrigins }: Config, url: URL): URL {
  const [origin = "*", ...others] = allowedOrigins;
  if (origin !== "*" && others.length === 0) return new URL(origin);
  const here = new URL(url);
  // What listens everywhere is nowhere in particular.
  if (here.hostname === "0.0.0.0") here.hostname = "127.0.0.1";
  if (here.hostname === "[::]") here.hostname = "[::1]";
  return here;
}

/** An address as it stands in a URL. */
export function isolated(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

/** Where this machine reaches a room that listens there: everywhere is nowhere in particular. */
export function fromHere({ host, port }: Pick<Config, "host" | "port">): URL {
  const reached = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "::1" : host;
  return new URL(`http://${isolated(reached)}:${port}/`);
}
