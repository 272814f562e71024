import { z } from "zod";
import type { DatabaseAddress, Log, Store, Users } from "../room/ports.ts";
import type { Forgetting } from "../room/receipt.ts";
import { Refusal } from "../room/refusal.ts";
import { UnusableDatabase } from "./database.ts";
import type { Answer, Call } from "./thread-messages.ts";

const Salt = z.instanceof(Uint8Array);

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** The store of a SQLite file, on a thread of its own. Calls are answered in the order in which they finish. */
export async function openSqliteThread(
  address: Extract<DatabaseAddress, { dialect: "sqlite" }>,
  perMinute: number,
): Promise<Store> {
  const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url).href);
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const call = (part: Call["part"], method: string, args: unknown[]) =>
    new Promise<unknown>((resolve, reject) => {
      const id = calls++;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, part, method, args } satisfies Call);
    });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.outcome === "returned") asked?.resolve(data.value);
    else asked?.reject(asError(data));
  };
  worker.onerror = ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };

  /** Every method of the port but those answered `here` becomes a message to the thread that has the real one. */
  const portOf = <Port extends object>(part: Call["part"], here: Partial<Port> = {}): Port => {
    const method = (own: object, name: string) =>
      Reflect.get(own, name) ?? ((...args: unknown[]) => call(part, name, args));
    return z.custom<Port>().parse(new Proxy(here, { get: method }));
  };
  const close = async () => {
    await call("store", "close", []);
    worker.terminate();
  };
  try {
    await call("store", "open", [address.file, address.dayKey, perMinute]);
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    // A function cannot cross threads, and no other node can ring for a file.
    log: portOf<Log>("log", { follow: async () => false }),
    users: portOf<Users>("users"),
    forgetting: portOf<Forgetting>("forgetting"),
    nodes: null,
    salt: async (day) => Salt.parse(await call("store", "salt", [day])),
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
