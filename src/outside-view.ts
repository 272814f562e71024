/** What the room makes of a request that came through a proxy, for `rage-room doctor --url`. */
import { z } from "zod";
import { ExpiringSecrets } from "./accounts/expiring-secrets.ts";
import type { Secrets } from "./accounts/room-secrets.ts";
import type { ClientAddresses } from "./client-address.ts";
import type { Clock } from "./room/ports.ts";
import type { SecureTransport } from "./secure-transport.ts";

/** What the doctor sends: that it holds the room's secret. */
export const PROOF_HEADER = "Rage-Room-Doctor";
/** What it is answered. */
export const VIEW_HEADER = "Rage-Room-View";

export const View = z.object({
  /** The address that limits count. */
  address: z.string(),
  /** The address at the other end of the connection. */
  peer: z.string(),
  /** Whether a forwarded address came, and whether it was believed. */
  forwarded: z.enum(["none", "believed", "not_believed"]),
  isSecure: z.boolean(),
  host: z.string(),
});
export type View = z.infer<typeof View>;

interface ViewParts {
  addresses: ClientAddresses;
  transport: SecureTransport;
}

/** Only whoever holds the room's secret is told: to others it would say how to pass for somebody else. */
export class OutsideView {
  readonly #proofs: ExpiringSecrets;
  readonly #parts: ViewParts;

  constructor(secrets: Secrets, clock: Clock, parts: ViewParts) {
    this.#proofs = doctorProofs(secrets, clock);
    this.#parts = parts;
  }

  /** The same answer; with the view where it was asked for. `remote`: the other end of the connection. */
  async shownTo(request: Request, remote: string, answer: Response | Promise<Response>) {
    const proof = request.headers.get(PROOF_HEADER);
    if (proof === null || !this.#proofs.isGood(proof)) return answer;
    const answered = await answer;
    answered.headers.set(VIEW_HEADER, JSON.stringify(this.#view(request, remote)));
    return answered;
  }

  #view(request: Request, remote: string): View {
    const { addresses, transport } = this.#parts;
    const { headers } = request;
    const isForwarded = headers.has("x-forwarded-for") || headers.has("forwarded");
    const belief = addresses.isTrusted(remote) ? "believed" : "not_believed";
    return {
      address: addresses.of(request, remote).address,
      peer: remote,
      forwarded: isForwarded ? belief : "none",
      isSecure: transport.of(request, remote),
      host: headers.get("host") ?? "",
    };
  }
}

/** Good for long enough that two clocks need not agree. */
export function doctorProofs(secrets: Secrets, clock: Pick<Clock, "now">): ExpiringSecrets {
  return new ExpiringSecrets(secrets, clock, { purpose: "doctor", goodForMs: 10 * 60_000 });
}
