import { KEYS, local } from "../../shared/storage.ts";
import { isSameAccount } from "../../shared/token.ts";

/** Long enough for the token that another tab keeps to have come to this one. */
const FORGET_AFTER_MS = 5_000;

/** The token that this tab came in with last, and the one that ended under it. */
let shown: string | undefined;
let ended: string | undefined;

/** The token of the account that this browser is signed in to. */
export function showToken(): string | undefined {
  const held = local.recall(KEYS.token);
  shown = held === ended ? undefined : held;
  return shown;
}

/**
 * The token shown works no longer. False where a newer one of the same account is held. It is forgotten
 * in a while: another tab may be keeping its successor just now, which would go with it.
 */
export function signInEnded(): boolean {
  const held = local.recall(KEYS.token);
  if (held !== shown && isSameAccount(held, shown)) return false;
  ended = shown;
  setTimeout(() => {
    if (local.recall(KEYS.token) === ended) local.forget(KEYS.token);
  }, FORGET_AFTER_MS);
  return true;
}

/** Whether this token is of the account whose sign-in ended here. */
export function bringsBack(token: string): boolean {
  return token !== ended && isSameAccount(token, ended);
}
