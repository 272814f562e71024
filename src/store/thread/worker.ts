/** The thread that holds a SQLite file. */
import { overwriteFreedMemory } from "../../process/overwrite-memory.ts";
import { answerCalls, say } from "../../process/thread.ts";
import { LogReplaced } from "../../room/log-replaced.ts";
import { Refusal } from "../../room/refusal.ts";
import { UnusableDatabase } from "../database/database.ts";
import { openHere } from "../open-here.ts";
import type { Store } from "../ports.ts";
import type { Answer, Call, Callable, CallOf, Parts } from "./messages.ts";

declare const self: Worker;
let store: Store | null = null;

answerCalls(self, async (call: Call): Promise<Answer<unknown>> => {
  try {
    return { outcome: "returned", value: await perform(call) };
  } catch (error) {
    return asOutcome(error);
  }
});

async function perform(call: Call): Promise<unknown> {
  if (call.part === "opening") {
    const [file, dayKey, limits] = call.args;
    store = await openHere({ dialect: "sqlite", file, dayKey }, limits, {
      report: (sentence) => say(self, sentence),
    });
    return undefined;
  }
  if (!store) throw new Error("The store is not open.");
  switch (call.part) {
    case "log":
      return run(store.log, call);
    case "users":
      return run(store.users, call);
    case "secondSteps":
      return run(store.secondSteps, call);
    case "destruction": {
      const value = await run(store.destruction, call);
      // Each thread has its own memory: the main thread cannot overwrite what this one freed.
      if (call.method === "destroy" && value !== null) await overwriteFreedMemory();
      return value;
    }
    case "store":
      return run(store, call);
  }
}

async function run<Part extends keyof Parts, Method extends keyof Parts[Part]>(
  part: Callable<Part>,
  { method, args }: CallOf<Part, Method>,
): Promise<unknown> {
  return part[method](...args);
}

function asOutcome(error: unknown): Exclude<Answer<unknown>, { outcome: "returned" }> {
  if (error instanceof Refusal) {
    return { outcome: "refused", ...error.asData() };
  }
  if (error instanceof LogReplaced) return { outcome: "replaced" };
  const message = error instanceof Error ? error.message : String(error);
  return { outcome: error instanceof UnusableDatabase ? "unusable" : "failed", message };
}
