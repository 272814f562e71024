import type { Passwords } from "../room/account-ports.ts";
import type { Room } from "../room/room.ts";
import { refuseCommon } from "./common-passwords.ts";
import type { PasswordChecks } from "./password-checks.ts";
import { senderOf } from "./sender.ts";
import type { SignedIn, SignIns } from "./sign-ins.ts";

interface OwnAccountParts {
  passwords: Passwords;
  checks: PasswordChecks;
  signIns: SignIns;
  room: Pick<Room, "do">;
}

/** What somebody may do to their own account. A token is not enough for what cannot be undone: the password is asked. */
export class OwnAccount {
  readonly #parts: OwnAccountParts;

  constructor(parts: OwnAccountParts) {
    this.#parts = parts;
  }

  /**
   * Ends every sign-in, this one too: whoever has changed the password may have lost the token as
   * well. Returns the token of a new one. Throws Refusal `wrong_password`, `common_password`,
   * `too_many_attempts` or `busy`.
   */
  async changePassword({ user }: SignedIn, old: string, next: string, range: string) {
    const { passwords, checks, signIns, room } = this.#parts;
    await refuseCommon(next);
    await checks.confirm(user, old, range);
    const passwordHash = await passwords.hash(next);
    const input = { userId: user.id, from: user.passwordHash, passwordHash };
    const { version } = await room.do("changePassword", input, senderOf(user));
    return signIns.begin({ ...user, tokenVersion: version });
  }

  /** Ends every sign-in, on every node. */
  async endSignIns({ user }: SignedIn): Promise<void> {
    await this.#parts.room.do("endSignIns", { userId: user.id }, senderOf(user));
  }

  /** The account and what it said today are gone. Throws Refusal `wrong_password`, `last_admin`, `too_many_attempts` or `busy`. */
  async delete({ user }: SignedIn, password: string, range: string): Promise<{ count: number }> {
    const { checks, room } = this.#parts;
    await checks.confirm(user, password, range);
    return room.do("deleteAccount", { userId: user.id }, senderOf(user));
  }
}
