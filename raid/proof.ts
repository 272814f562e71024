/** The proofs of work that a room asks for under its shield, worked out by a process of their own. */
import { join } from "node:path";
import { z } from "zod";
import { Challenge, Proof } from "../src/wire/proof.ts";

export const Asked = z.object({ id: z.number(), challenge: Challenge });
const Answered = z.object({ id: z.number(), proof: Proof.nullable() });

const WORKER = join(import.meta.dir, "proof-worker.ts");

const waiting = new Map<number, (proof: Proof | null) => void>();
let asked = 0;
let worker: Bun.Subprocess | null = null;

/** It ends with this process. */
function workerOf(): Bun.Subprocess {
  worker ??= Bun.spawn([process.execPath, WORKER], {
    stdio: ["ignore", "inherit", "inherit"],
    ipc(message) {
      const { id, proof } = Answered.parse(message);
      waiting.get(id)?.(proof);
      waiting.delete(id);
    },
  });
  worker.unref();
  return worker;
}

export class Prover {
  #isBusy = false;

  /** Null where one is under way, and for what cannot be solved. */
  async solve(challenge: Challenge): Promise<Proof | null> {
    if (this.#isBusy) return null;
    this.#isBusy = true;
    const id = asked++;
    const { promise, resolve } = Promise.withResolvers<Proof | null>();
    waiting.set(id, resolve);
    workerOf().send({ id, challenge });
    const proof = await promise;
    this.#isBusy = false;
    return proof;
  }
}
