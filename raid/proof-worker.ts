/** Works out proofs on all processors, at the lowest priority: a raider's machine is not the room's. */
import { setPriority } from "node:os";
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import { Asked } from "./proof.ts";

const LOWEST = 19;

setPriority(LOWEST);
process.on("message", async (message: unknown) => {
  const { id, challenge } = Asked.parse(message);
  const found = await solveChallenge({ challenge, deriveKey });
  const solution = found && { counter: found.counter, derivedKey: found.derivedKey };
  process.send?.({ id, proof: solution && { challenge, solution } });
});
process.on("disconnect", () => process.exit(0));
