import type { Passwords, SecondSteps, Users } from "../room/account-ports.ts";
import type { Clock } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import type { WordList } from "../room/word-list.ts";
import { Accounts } from "./accounts.ts";
import { guardedSecondSteps } from "./guarded-users.ts";
import { HashedPasswords } from "./passwords.ts";
import type { Secrets } from "./room-secrets.ts";
import { SealedSecrets } from "./sealed-secrets.ts";
import { SetupSecrets } from "./setup-secrets.ts";
import { JwtTokens } from "./tokens.ts";

interface Given {
  secrets: Secrets;
  clock: Clock;
  room: Room;
  words: WordList;
  users: Users;
  secondSteps: SecondSteps;
  passwords: Passwords | undefined;
}

/** The accounts of a room, with all that is signed or sealed with its secret. */
export function openAccounts({ secrets, clock, room, words, users, ...given }: Given): Accounts {
  return new Accounts({
    users,
    secondSteps: guardedSecondSteps(given.secondSteps, room),
    sealed: new SealedSecrets(secrets),
    passwords: given.passwords ?? new HashedPasswords(),
    tokens: new JwtTokens(secrets, clock),
    setup: new SetupSecrets(secrets, clock),
    resetKey: secrets,
    clock,
    room,
    words,
  });
}
