import { z } from "zod";
import type { DestructionStore } from "../../midnight/receipt.ts";
import { Thread } from "../../process/thread.ts";
import type { Log, Users } from "../../room/ports.ts";
import { Refusal } from "../../room/refusal.ts";
import { type Report, UnusableDatabase } from "../database/database.ts";
import type { DatabaseAddress, Store } from "../ports.ts";
import type { Answer, Call } from "./messages.ts";

/** The store of a SQLite file, on a thread of its own. Calls are answered in the order in which they finish. */
export async function openSqliteThread(
  address: Extract<DatabaseAddress, { dialect: "sqlite" }>,
  perMinute: number,
  report: Report,
): Promise<Store> {
  const thread = new Thread<Call, Answer>(new URL("./worker.ts", import.meta.url), report);
  const call = async (part: Call["part"], method: string, args: unknown[]): Promise<unknown> => {
    // JSON would make null of what was left out at the end.
    const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1);
    const answer = await thread.call({ part, method, args: given });
    if (answer.outcome === "returned") return answer.value;
    throw asError(answer);
  };

  /** Every method of the port but those answered `here` becomes a message to the thread that has the real one. */
  const portOf = <Port extends object>(part: Call["part"], here: Partial<Port> = {}): Port => {
    const method = (own: object, name: string) =>
      Reflect.get(own, name) ?? ((...args: unknown[]) => call(part, name, args));
    return z.custom<Port>().parse(new Proxy(here, { get: method }));
  };
  const close = async () => {
    await call("store", "close", []);
    thread.end();
  };
  try {
    await call("store", "open", [address.file, address.dayKey, perMinute]);
  } catch (error) {
    thread.end();
    throw error;
  }
  return {
    // A function cannot cross threads, and no other node can ring for a file.
    log: portOf<Log>("log", { follow: async () => false }),
    users: portOf<Users>("users"),
    destruction: portOf<DestructionStore>("destruction"),
    nodes: null,
    salt: async (day) => z.string().parse(await call("store", "salt", [day])),
    agree: async (terms) => z.string().parse(await call("store", "agree", [terms])),
    close,
  };
}

function asError(answer: Exclude<Answer, { outcome: "returned" }>): Error {
  switch (answer.outcome) {
    case "refused":
      return Refusal.from(answer);
    case "unusable":
      return new UnusableDatabase(answer.message);
    case "failed":
      return new Error(answer.message);
  }
}
