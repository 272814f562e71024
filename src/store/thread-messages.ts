import type { Refused } from "../room/ports.ts";

/** A call to the store's thread. */
export interface Call {
  id: number;
  part: "store" | "log" | "users" | "forgetting";
  method: string;
  args: unknown[];
}

/** How it went there. Errors lose their class on the way, so each kind has its own shape. */
export type Answer =
  | { id: number; outcome: "returned"; value: unknown }
  | ({ id: number; outcome: "refused" } & Refused)
  | { id: number; outcome: "unusable" | "failed"; message: string };
