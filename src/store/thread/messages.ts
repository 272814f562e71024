import type { Refused } from "../../room/ports.ts";

/** A call to the store's thread. */
export interface Call {
  part: "store" | "log" | "users" | "destruction";
  method: string;
  args: unknown[];
}

/** How it went there. Errors lose their class on the way, so each kind has its own shape. */
export type Answer =
  | { outcome: "returned"; value: unknown }
  | ({ outcome: "refused" } & Refused)
  | { outcome: "unusable" | "failed"; message: string };
