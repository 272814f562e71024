import type { Clock } from "../room/ports.ts";
import { ExpiringSecrets } from "./expiring-secrets.ts";
import type { Secrets } from "./room-secrets.ts";

/** The secrets of setup links. Several may be valid; the store lets only the first one make an admin. */
export class SetupSecrets extends ExpiringSecrets {
  constructor(secrets: Secrets, clock: Clock) {
    super(secrets, clock, { purpose: "setup", goodForMs: 60 * 60_000 });
  }
}
