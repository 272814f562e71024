import ipaddr from "ipaddr.js";
import type { Caller } from "./room/ports.ts";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Tells whom a request comes from, past the proxies that are trusted and no others. */
export class ClientAddresses {
  readonly #trusted: Range[];
  readonly #origins: ReadonlySet<string>;

  constructor(trustedProxies: readonly string[], allowedOrigins: readonly string[]) {
    this.#trusted = trustedProxies.map(parseRange);
    this.#origins = new Set(allowedOrigins);
  }

  /** `remote` is the address at the other end of the connection. */
  of(request: Request, remote: string): Caller {
    return { address: this.#address(request, remote), originAllowed: this.#allows(request) };
  }

  /** The first address, from the nearest on, that is not a trusted proxy's. */
  #address(request: Request, remote: string): string {
    const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").reverse();
    let address = remote;
    for (const next of forwarded) {
      if (!this.#isTrusted(address) || !ipaddr.isValid(next.trim())) break;
      address = next.trim();
    }
    return canonical(address);
  }

  #isTrusted(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return this.#trusted.some(([range, bits]) => {
      return range.kind() === parsed.kind() && parsed.match(range, bits);
    });
  }

  #allows(request: Request): boolean {
    const origin = request.headers.get("origin");
    if (origin === null || this.#origins.has("*") || this.#origins.has(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  }
}

/** Throws for what is neither an address nor a range. */
export function parseRange(text: string): Range {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}

/** One form for each peer: an IPv6 customer holds a whole /64. */
function canonical(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const bytes = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/64`;
}
