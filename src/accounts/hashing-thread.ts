/** The thread that hashes passwords. */
import { constants, setPriority } from "node:os";
import { answerCalls } from "../process/thread.ts";

export type Hashing =
  | { work: "hash"; password: string; cost: number }
  | { work: "verify"; password: string; hash: string };
export type Hashed = { outcome: string | boolean } | { failure: string };

declare const self: Worker;

// Behind everything else on this machine. Linux has a priority for each thread; elsewhere it is the whole program's.
if (process.platform === "linux") giveWay();

answerCalls(self, async (hashing: Hashing): Promise<Hashed> => {
  try {
    return { outcome: perform(hashing) };
  } catch (error) {
    return { failure: `${error}` };
  }
});

function giveWay(): void {
  try {
    setPriority(constants.priority.PRIORITY_LOW);
  } catch {
    // A filter of system calls may forbid it: then a sign-in takes time from the room, which is no reason not to open.
  }
}

function perform(hashing: Hashing): string | boolean {
  switch (hashing.work) {
    case "hash":
      return Bun.password.hashSync(hashing.password, { algorithm: "bcrypt", cost: hashing.cost });
    case "verify":
      return Bun.password.verifySync(hashing.password, hashing.hash, "bcrypt");
  }
}
