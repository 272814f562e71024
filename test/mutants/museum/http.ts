import type { MendedFault } from "../mended-fault.ts";

/** Those of calls, origins and addresses. */
export const OF_CALLS: readonly MendedFault[] = [
  {
    name: "a forwarded address with a port is not read, and everybody shares the proxy's",
    file: "src/client-address.ts",
    right: "parsed(withoutPort(entry.trim()))",
    wrong: "parsed(entry.trim())",
    test: "test/ws/limits.test.ts",
    named: "the address is that which a trusted proxy names, and nobody else's word for it",
  },
  {
    name: "a page under a stranger's name for this address is taken for the room's own",
    file: "src/allowed-origins.ts",
    right: "return this.#origins.size === 0 || this.#hosts.has(hostname) || isFixed(hostname);",
    wrong: "return this.#origins.size >= 0 || this.#hosts.has(hostname) || isFixed(hostname);",
    test: "test/ws/upgrade.test.ts",
    named:
      "of the room's own host is allowed where the host is known: listed, or no name that DNS is asked for",
  },
  {
    name: "browsers are bound to TLS where there is none",
    file: "src/secure-transport.ts",
    right:
      'return headers.get("x-forwarded-proto") === "https" && this.#addresses.isTrusted(remote);',
    wrong:
      'return headers.get("x-forwarded-proto") !== "http" || this.#addresses.isTrusted(remote);',
    test: "test/http/transport.test.ts",
    named: "browsers are bound to TLS for this host alone unless more is said",
  },
  {
    name: "a request that names no host ends in an error of the room",
    file: "src/http/addressed.ts",
    right: "return URL.canParse(url);",
    wrong: 'return url !== "";',
    test: "test/http/smuggling.test.ts",
    named: "at the room itself no request has two readings, and no body is taken for a request",
    says: /^TypeError: Invalid URL/m,
  },
  {
    name: "a body of another type looks like an outage",
    file: "src/http/problem-json.ts",
    right: "error instanceof HTTPException && error.status === 415",
    wrong: "error instanceof HTTPException && error.status === 599",
    test: "test/http/edge.test.ts",
    named: "of another type is not read",
  },
  {
    name: "a call that waits for a silent database is cut off without an answer",
    file: "src/server.ts",
    right: "const ANSWER_S = 60;",
    wrong: "const ANSWER_S = 10;",
    test: "test/http/silent-database.test.ts",
    named: "a call that waits for a silent database is answered, and not cut off",
    says: /^Expected to start with: "HTTP\/1.1 503"/m,
  },
];
