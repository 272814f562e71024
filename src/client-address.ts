import ipaddr from "ipaddr.js";
import type { Caller, Clock, Logger } from "./room/ports.ts";
import { RareWarning } from "./room/rare-warning.ts";

const WARN_EVERY_MS = 60 * 60_000;

type Address = ipaddr.IPv4 | ipaddr.IPv6;
type Range = [Address, number];

/**
 * Tells whom a request comes from, past the proxies that are trusted and no others. Each address is
 * parsed once: whoever opens sockets in a loop makes the room parse for each.
 */
export class ClientAddresses {
  readonly #trusted: Range[];
  readonly #notBelieved: RareWarning;

  constructor(trustedProxies: readonly string[], parts: { clock: Clock; logger: Logger }) {
    this.#trusted = trustedProxies.map(parseRange);
    this.#notBelieved = new RareWarning(WARN_EVERY_MS, parts);
  }

  /** `remote` is the address at the other end of the connection. */
  of({ headers }: Request, remote: string): Pick<Caller, "address" | "range"> {
    const peer = parsed(remote);
    const isForwarded = headers.has("x-forwarded-for") || headers.has("forwarded");
    if (isForwarded && !this.#trusts(peer)) {
      this.#notBelieved.give(
        { event: "forward_not_believed", peer: remote },
        "A request was forwarded by a peer that is not in TRUSTED_PROXIES, so its word for the address is not believed. If it is your proxy, name it there: until then all who come through it count as one.",
      );
    }
    if (!peer) return { address: remote, range: remote };
    const address = this.#beyondProxies(headers, peer);
    return { address: canonical(address), range: rangeOfAddress(address) };
  }

  /** Whether it is a trusted proxy's. */
  isTrusted(address: string): boolean {
    return this.#trusts(parsed(address));
  }

  /** The first address, from the nearest on, that is not a trusted proxy's. */
  #beyondProxies(headers: Headers, peer: Address): Address {
    const forwarded = (headers.get("x-forwarded-for") ?? "").split(",").reverse();
    let address = peer;
    for (const entry of forwarded) {
      const next = this.#trusts(address) ? parsed(withoutPort(entry.trim())) : null;
      if (!next) break;
      address = next;
    }
    return address;
  }

  #trusts(address: Address | null): boolean {
    if (!address) return false;
    return this.#trusted.some(
      ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
    );
  }
}

/** IPv4 in IPv6 is IPv4. Null for what is no address. */
function parsed(text: string): Address | null {
  return ipaddr.isValid(text) ? ipaddr.process(text) : null;
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

/** IPv4 /24, IPv6 /56: what one customer or one small provider can move within. What is no address stands for itself. */
export function rangeOf(text: string): string {
  const address = parsed(text);
  return address ? rangeOfAddress(address) : text;
}

function rangeOfAddress(address: Address): string {
  const kept = address.kind() === "ipv4" ? 3 : 7;
  return `${first(kept, address)}/${kept * 8}`;
}

/** One form for each peer: an IPv6 customer holds a whole /64. */
function canonical(address: Address): string {
  return address.kind() === "ipv4" ? address.toString() : `${first(8, address)}/64`;
}

/** The address with its first bytes alone. */
function first(bytes: number, address: Address): string {
  const kept = address.toByteArray().map((byte, index) => (index < bytes ? byte : 0));
  return ipaddr.fromByteArray(kept).toString();
}
