import { KEYS } from "../../shared/storage.ts";
import { words } from "../../words/words.ts";
import type { Room } from "./room.ts";
import { bringsBack } from "./sign-in.ts";

/**
 * A new password ends every socket before another tab has the new token. When it comes, this tab goes
 * on as the account; what the guest has not said by then, the account does not say for it.
 */
export function followSignIn({ speech, link }: Room): void {
  addEventListener("storage", (event) => {
    if (!(event instanceof StorageEvent) || event.key !== KEYS.token) return;
    if (event.newValue === null || !bringsBack(event.newValue)) return;
    speech.giveUp(words.outbox.signedOut);
    link.reconnect();
  });
}
