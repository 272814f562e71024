import ipaddr from "ipaddr.js";
import type { Clock, Logger } from "./room/ports.ts";
import { RareWarning } from "./room/rare-warning.ts";

const WARN_EVERY_MS = 60_000;
/** A header may be as long as its sender likes. */
const LOGGED_CHARS = 200;

/** Which pages may use the room, by the `Origin` that their browser sends. */
export class AllowedOrigins {
  readonly #origins: ReadonlySet<string>;
  /** Names that whoever set the room up told it. */
  readonly #hosts: ReadonlySet<string>;
  readonly #refused: RareWarning;

  /** `listensOn` is a name or an address. */
  constructor(
    origins: readonly string[],
    listensOn: string,
    parts: { clock: Clock; logger: Logger },
  ) {
    this.#origins = new Set(origins);
    const named = origins.filter((origin) => origin !== "*");
    this.#hosts = new Set(named.map((origin) => new URL(origin).hostname).concat(listensOn));
    this.#refused = new RareWarning(WARN_EVERY_MS, parts);
  }

  /** True without an `Origin`, as from a script. */
  allow({ headers }: Request): boolean {
    const origin = headers.get("origin");
    if (origin === null || this.#origins.has("*") || this.#origins.has(origin)) return true;
    const host = headers.get("host");
    if (URL.canParse(origin) && this.#isOurs(new URL(origin), host)) return true;
    this.#refused.give(
      {
        event: "origin_refused",
        origin: origin.slice(0, LOGGED_CHARS),
        host: host?.slice(0, LOGGED_CHARS),
      },
      "A page of this origin may not use the room. If it may, name it in ALLOWED_ORIGINS, the room's own name too; if it is the room's own page under another host, the proxy must pass the Host header on.",
    );
    return false;
  }

  /**
   * Whether it is a page of the room itself. That its origin is the `Host` says so only of a host that
   * is known: a stranger may let a name of theirs resolve to this address (DNS rebinding), but neither
   * an address nor a loopback name.
   */
  #isOurs({ host, hostname }: URL, requested: string | null): boolean {
    if (host !== requested?.toLowerCase()) return false;
    return this.#origins.size === 0 || this.#hosts.has(hostname) || isFixed(hostname);
  }
}

/** Whether no DNS is asked for it. */
function isFixed(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, "$1");
  return ipaddr.isValid(address) || hostname === "localhost" || hostname.endsWith(".localhost");
}
