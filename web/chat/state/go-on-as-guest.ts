import { signOut } from "../../shared/sign-out.ts";
import { words } from "../../words/words.ts";
import type { Room } from "./room.ts";

/** Ends the sign-in. What the account has not said by now, the guest does not say for it. */
export async function goOnAsGuest({ speech, link }: Room): Promise<void> {
  await signOut();
  speech.giveUp(words.outbox.signedOut);
  link.reconnect();
}
