import type { DestructionStore } from "../../midnight/receipt.ts";
import type { SecondSteps, Users } from "../../room/account-ports.ts";
import type { Log } from "../../room/ports.ts";
import type { Refused } from "../../room/refusal.ts";
import type { SpeakingLimits } from "../../room/speaking-limits.ts";
import type { Store } from "../ports.ts";

/** What the store's thread can be called for. */
export interface Parts {
  /** The first call, and only once. */
  opening: { open(file: string, dayKey: string | null, limits: SpeakingLimits): Promise<void> };
  /** `follow` takes a function, which cannot cross threads. */
  log: Omit<Log, "follow">;
  users: Users;
  secondSteps: SecondSteps;
  destruction: DestructionStore;
  store: Pick<Store, "salt" | "agree" | "close">;
}

/** What each method of a part takes. */
type Arguments<Port> = {
  [Name in keyof Port]: Port[Name] extends (...args: infer Args extends unknown[]) => unknown
    ? Args
    : never;
};

/** A part, as the thread calls it. */
export type Callable<Part extends keyof Parts> = {
  [Name in keyof Parts[Part]]: (...args: Arguments<Parts[Part]>[Name]) => Promise<unknown>;
};

/** A call of one method of a part. */
export type CallOf<Part extends keyof Parts, Method extends keyof Parts[Part]> = {
  [Name in Method]: { part: Part; method: Name; args: Arguments<Parts[Part]>[Name] };
}[Method];

export type Call = { [Part in keyof Parts]: CallOf<Part, keyof Parts[Part]> }[keyof Parts];

/** The result of a call. An error loses its class between threads, so each kind has its own shape. */
export type Answer<Value> =
  | { outcome: "returned"; value: Value }
  | ({ outcome: "refused" } & Refused)
  | { outcome: "replaced" }
  | { outcome: "unusable" | "failed"; message: string };
