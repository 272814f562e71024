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
    const address = this.#address(request, remote);
    return {
      address: canonical(address),
      range: rangeOf(address),
      originAllowed: this.#allows(request),
    };
  }

  /** The first address, from the nearest on, that is not a trusted proxy's. */
  #address(request: Request, remote: string): string {
    const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").reverse();
    let address = remote;
    for (const entry of forwarded) {
      const next = withoutPort(entry.trim());
      if (!this.#isTrusted(address) || !ipaddr.isValid(next)) break;
      address = next;
    }
    return address;
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

/** Some proxies write `203.0.113.9:40001` or `[2001:db8::1]:443`. */
function withoutPort(entry: string): string {
  const [, inBrackets, ipv4] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? [];
  return inBrackets ?? ipv4 ?? entry;
}

/** IPv4 /24, IPv6 /56: what one customer or one small provider can move within. */
export function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  const kept = parsed.kind() === "ipv4" ? 3 : 7;
  const bytes = parsed.toByteArray().map((byte, index) => (index < kept ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/${kept * 8}`;
}

/** One form for each peer: an IPv6 customer holds a whole /64. */
function canonical(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const bytes = parsed.toByteArray().map((byte, index) => (index < 8 ? byte : 0));
  return `${ipaddr.fromByteArray(bytes).toString()}/64`;
}
