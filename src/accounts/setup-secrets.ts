import type { Clock } from "../room/ports.ts";
import { ExpiringSecrets } from "./expiring-secrets.ts";
import type { Secrets } from "./room-secrets.ts";

/** The secrets of setup links. That only one makes an admin is the store's care. */
export class SetupSecrets extends ExpiringSecrets {
  constructor(secrets: Secrets, clock: Clock) {
    super(secrets, clock, { purpose: "setup", goodForMs: 60 * 60_000 });
  }
}
