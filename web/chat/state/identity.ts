import type { Pending } from "../../../client/outbox.ts";
import { KEYS, local, tab } from "../../shared/storage.ts";
import { showToken } from "./sign-in.ts";

/** Who this browser comes in as: the account it signed in to, or the guest it was before. */
export function identify(): { token?: string; guest?: string } {
  const token = showToken();
  const guest = local.recall(KEYS.guest);
  return { ...(token !== undefined && { token }), ...(guest !== undefined && { guest }) };
}

/** What this tab had sent before a reload without hearing back. */
export function recallOutbox(): Pending[] {
  const kept: Pending[] = JSON.parse(tab.recall(KEYS.outbox) ?? "[]");
  return kept;
}

export function keepOutbox(pending: readonly Pending[]): void {
  if (pending.length === 0) tab.forget(KEYS.outbox);
  else tab.keep(KEYS.outbox, JSON.stringify(pending));
}
