/** The thread that hashes passwords. */
import { constants, setPriority } from "node:os";
import { answerCalls } from "../process/thread.ts";

export type Hashing =
  | { work: "hash"; password: string; memoryCost: number; timeCost: number }
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
    case "hash": {
      const { password, memoryCost, timeCost } = hashing;
      return Bun.password.hashSync(password, { algorithm: "argon2id", memoryCost, timeCost });
    }
    case "verify":
      // The hash says which algorithm made it.
      return Bun.password.verifySync(hashing.password, hashing.hash);
  }
}
