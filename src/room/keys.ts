/** Who senders are, as their keys and kinds tell. */
import type { Kind } from "../wire/values.ts";

/** `room`: the program itself. */
export const isStaff = (kind: Kind | "room") => kind === "admin" || kind === "moderator";

/** By its key a sender is told apart on all nodes, whatever its name is. */
export const accountKey = (userId: number) => `u:${userId}`;

/** The account of a key; null for a guest's. */
export function accountIn(key: string): number | null {
  const [, id] = /^u:(\d+)$/.exec(key) ?? [];
  return id === undefined ? null : Number(id);
}
