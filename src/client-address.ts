import ipaddr from "ipaddr.js";
import type { Caller, Clock, Logger } from "./room/ports.ts";
import { RareWarning } from "./room/rare-warning.ts";

const WARN_EVERY_MS = 60 * 60_000;

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Tells whom a request comes from, past the proxies that are trusted and no others. */
export class ClientAddresses {
  readonly #trusted: Range[];
  readonly #notBelieved: RareWarning;

  constructor(trustedProxies: readonly string[], parts: { clock: Clock; logger: Logger }) {
    this.#trusted = trustedProxies.map(parseRange);
    this.#notBelieved = new RareWarning(WARN_EVERY_MS, parts);
  }

  /** `remote` is the address at the other end of the connection. */
  of({ headers }: Request, remote: string): Pick<Caller, "address" | "range"> {
    const isForwarded = headers.has("x-forwarded-for") || headers.has("forwarded");
    if (isForwarded && !this.isTrusted(remote)) {
      this.#notBelieved.give(
        { event: "forward_not_believed", peer: remote },
        "A request was forwarded by a peer that is not in TRUSTED_PROXIES, so its word for the address is not believed. If it is your proxy, name it there: until then all who come through it count as one.",
      );
    }
    const address = this.#address(headers, remote);
    return { address: canonical(address), range: rangeOf(address) };
  }

  /** The first address, from the nearest on, that is not a trusted proxy's. */
  #address(headers: Headers, remote: string): string {
    const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").reverse();
    let address = remote;
    for (const entry of forwarded) {
      const next = withoutPort(entry.trim());
      if (!this.isTrusted(address) || !ipaddr.isValid(next)) break;
      address = next;
    }
    return address;
  }

  /** Whether it is a trusted proxy's. */
  isTrusted(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return this.#trusted.some(([range, bits]) => {
      return range.kind() === parsed.kind() && parsed.match(range, bits);
    });
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
