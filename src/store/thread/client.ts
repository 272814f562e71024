import type { DestructionStore } from "../../midnight/receipt.ts";
import { Thread } from "../../process/thread.ts";
import type { SecondSteps, Users } from "../../room/account-ports.ts";
import { LogReplaced } from "../../room/log-replaced.ts";
import type { Log } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import { type Report, UnusableDatabase } from "../database/database.ts";
import type { DatabaseAddress, Store } from "../ports.ts";
import type { Answer, Call } from "./messages.ts";

/** Calls a method of a part in the thread. Resolves with its result, or throws its error. */
type CallThread = <Value>(call: Call) => Promise<Value>;

/** The store of a SQLite file, on a thread of its own. A fast call may be answered before a slow one. */
export async function openSqliteThread(
  { file, dayKey }: Extract<DatabaseAddress, { dialect: "sqlite" }>,
  limits: SpeakingLimits,
  report: Report,
): Promise<Store> {
  const thread = new Thread<Call>("store/thread/worker", report);
  const call: CallThread = async <Value>(message: Call) => {
    const answer = await thread.call<Answer<Value>>(message);
    if (answer.outcome === "returned") return answer.value;
    throw asError(answer);
  };
  try {
    await call({ part: "opening", method: "open", args: [file, dayKey, limits] });
  } catch (error) {
    thread.end();
    throw error;
  }
  return {
    log: logOf(call),
    users: usersOf(call),
    secondSteps: secondStepsOf(call),
    destruction: destructionOf(call),
    nodes: null,
    salt: (...args) => call({ part: "store", method: "salt", args }),
    agree: (...args) => call({ part: "store", method: "agree", args }),
    async close() {
      await call({ part: "store", method: "close", args: [] });
      thread.end();
    },
  };
}

function logOf(call: CallThread): Log {
  const part = "log";
  return {
    state: (...args) => call({ part, method: "state", args }),
    append: (...args) => call({ part, method: "append", args }),
    apply: (...args) => call({ part, method: "apply", args }),
    applyAll: (...args) => call({ part, method: "applyAll", args }),
    checkWritable: (...args) => call({ part, method: "checkWritable", args }),
    turnDay: (...args) => call({ part, method: "turnDay", args }),
    after: (...args) => call({ part, method: "after", args }),
    history(day, limit, before) {
      // JSON would turn an undefined third argument into null.
      const args: [string, number, number?] =
        before === undefined ? [day, limit] : [day, limit, before];
      return call({ part, method: "history", args });
    },
    messagesAfter: (...args) => call({ part, method: "messagesAfter", args }),
    newest: (...args) => call({ part, method: "newest", args }),
    counts: (...args) => call({ part, method: "counts", args }),
    topics: (...args) => call({ part, method: "topics", args }),
    reports: (...args) => call({ part, method: "reports", args }),
    hidden: (...args) => call({ part, method: "hidden", args }),
    audit: (...args) => call({ part, method: "audit", args }),
    head: (...args) => call({ part, method: "head", args }),
    // A SQLite file has one node.
    follow: async () => false,
  };
}

function usersOf(call: CallThread): Users {
  const part = "users";
  return {
    create: (...args) => call({ part, method: "create", args }),
    createFirstAdmin: (...args) => call({ part, method: "createFirstAdmin", args }),
    byEmail: (...args) => call({ part, method: "byEmail", args }),
    byToken: (...args) => call({ part, method: "byToken", args }),
    keepSignIn: (...args) => call({ part, method: "keepSignIn", args }),
    signIns: (...args) => call({ part, method: "signIns", args }),
    byReset: (...args) => call({ part, method: "byReset", args }),
    rehash: (...args) => call({ part, method: "rehash", args }),
    isNameTaken: (...args) => call({ part, method: "isNameTaken", args }),
    takenNames: (...args) => call({ part, method: "takenNames", args }),
    hasAdmin: (...args) => call({ part, method: "hasAdmin", args }),
    count: (...args) => call({ part, method: "count", args }),
    page: (...args) => call({ part, method: "page", args }),
  };
}

function secondStepsOf(call: CallThread): SecondSteps {
  const part = "secondSteps";
  return {
    of: (...args) => call({ part, method: "of", args }),
    begin: (...args) => call({ part, method: "begin", args }),
    turnOn: (...args) => call({ part, method: "turnOn", args }),
    spendPeriod: (...args) => call({ part, method: "spendPeriod", args }),
    spendCode: (...args) => call({ part, method: "spendCode", args }),
    all: (...args) => call({ part, method: "all", args }),
    reseal: (...args) => call({ part, method: "reseal", args }),
    replaceCodes: (...args) => call({ part, method: "replaceCodes", args }),
    remove: (...args) => call({ part, method: "remove", args }),
  };
}

function destructionOf(call: CallThread): DestructionStore {
  const part = "destruction";
  return {
    destroy: (...args) => call({ part, method: "destroy", args }),
    keep: (...args) => call({ part, method: "keep", args }),
    list: (...args) => call({ part, method: "list", args }),
  };
}

function asError(answer: Exclude<Answer<unknown>, { outcome: "returned" }>): Error {
  switch (answer.outcome) {
    case "refused":
      return Refusal.from(answer);
    case "replaced":
      return new LogReplaced();
    case "unusable":
      return new UnusableDatabase(answer.message);
    case "failed":
      return new Error(answer.message);
  }
}
