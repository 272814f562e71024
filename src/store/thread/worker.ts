/** The thread that holds a SQLite file. */
import { z } from "zod";
import { overwriteFreedMemory } from "../../process/overwrite-memory.ts";
import { answerCalls, say } from "../../process/thread.ts";
import { Refusal } from "../../room/refusal.ts";
import { UnusableDatabase } from "../database/database.ts";
import type { Store } from "../ports.ts";
import { openHere } from "../store.ts";
import type { Answer, Call } from "./messages.ts";

declare const self: Worker;
let store: Store | null = null;

answerCalls(self, async (call: Call): Promise<Answer> => {
  try {
    return { outcome: "returned", value: await perform(call) };
  } catch (error) {
    return asOutcome(error);
  }
});

async function perform({ part, method, args }: Call): Promise<unknown> {
  if (part === "store" && method === "open") {
    const [file, dayKey, perMinute] = z
      .tuple([z.string(), z.string().nullable(), z.number()])
      .parse(args);
    store = await openHere({ dialect: "sqlite", file, dayKey }, perMinute, {
      report: (sentence) => say(self, sentence),
    });
    return undefined;
  }
  if (!store) throw new Error("The store is not open.");
  const owner = part === "store" ? store : store[part];
  const value: unknown = await Reflect.apply(Reflect.get(owner, method), owner, args);
  // What a thread lets go is in memory of its own: the room's thread overwrites only its own.
  if (part === "destruction" && method === "destroy" && value !== null)
    await overwriteFreedMemory();
  return value;
}

function asOutcome(error: unknown): Exclude<Answer, { outcome: "returned" }> {
  if (error instanceof Refusal) {
    const { code, message: detail, retryAfter } = error;
    return { outcome: "refused", code, detail, retryAfter };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: error instanceof UnusableDatabase ? "unusable" : "failed", message };
}
