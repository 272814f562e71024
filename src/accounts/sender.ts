import type { User } from "../room/account-ports.ts";
import { accountKey } from "../room/keys.ts";
import type { Sender } from "../room/ports.ts";

/** How an account speaks in the room. */
export function senderOf(user: User): Sender {
  const kind = user.isAdmin ? "admin" : user.isModerator ? "moderator" : "user";
  const { id, username: name } = user;
  return { key: accountKey(id), name, kind, userId: id, range: null, since: null };
}
