import type { ClientAddresses } from "./client-address.ts";

/** Whether a client speaks TLS, as a proxy that is trusted says, or the operator by naming an address of TLS. */
export class SecureTransport {
  readonly #addresses: Pick<ClientAddresses, "isTrusted">;
  readonly #isNamed: boolean;

  constructor(addresses: Pick<ClientAddresses, "isTrusted">, allowedOrigins: readonly string[]) {
    this.#addresses = addresses;
    this.#isNamed = allowedOrigins.some((origin) => origin.startsWith("https://"));
  }

  /** `remote` is the address at the other end of the connection. */
  of({ headers }: Request, remote: string): boolean {
    if (this.#isNamed) return true;
    return headers.get("x-forwarded-proto") === "https" && this.#addresses.isTrusted(remote);
  }
}
