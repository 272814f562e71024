import type { ClientAddresses } from "./client-address.ts";

/** Whether clients use TLS: a trusted proxy says so, or the operator named an https address. */
export class SecureTransport {
  readonly #addresses: Pick<ClientAddresses, "isTrusted">;
  readonly #hasHttpsOrigin: boolean;

  constructor(addresses: Pick<ClientAddresses, "isTrusted">, allowedOrigins: readonly string[]) {
    this.#addresses = addresses;
    this.#hasHttpsOrigin = allowedOrigins.some((origin) => origin.startsWith("https://"));
  }

  /** `remote` is the address at the other end of the connection. */
  of({ headers }: Request, remote: string): boolean {
    if (this.#hasHttpsOrigin) return true;
    return headers.get("x-forwarded-proto") === "https" && this.#addresses.isTrusted(remote);
  }
}
