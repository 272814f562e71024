import type { RenewedToken } from "../../src/wire/accounts.ts";
import { call } from "./api.ts";
import { KEYS, local } from "./storage.ts";
import { claimsOf } from "./token.ts";

const LOOK_EVERY_MS = 10 * 60_000;
const RENEW_AFTER_S = 60 * 60;

/** Renews the sign-in while somebody looks at the page, at most once an hour. The server says for how long that goes on. */
export function keepSignedIn(): void {
  void renew();
  setInterval(() => {
    if (!document.hidden) void renew();
  }, LOOK_EVERY_MS);
}

async function renew(): Promise<void> {
  const token = local.recall(KEYS.token);
  const issued = token === undefined ? undefined : claimsOf(token)?.iat;
  if (issued === undefined || Date.now() / 1_000 - issued < RENEW_AFTER_S) return;
  const renewed = await call<RenewedToken>("POST", "/api/auth/renew");
  // Not over another sign-in that took its place meanwhile.
  if (renewed.ok && local.recall(KEYS.token) === token) {
    local.keep(KEYS.token, renewed.value.access_token);
  }
}
