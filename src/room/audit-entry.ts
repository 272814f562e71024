/** What staff did. It has no text that anybody said, and no name of a guest. */
export interface AuditEntry {
  id: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** The account that acted, and its name at that time. */
  actor: { id: number; name: string };
  /** One of AUDIT_ACTS, or one that only a newer program knows. */
  act: string;
  target: { kind: AuditTarget; id: number | null };
  /** When the act ends by itself, in milliseconds since the epoch. */
  until: number | null;
  reason: string | null;
}

/**
 * What an act is about; `id` is the `seq` of a message or an event, the id of an account, or the
 * date of a day as a number: 20261224.
 */
export type AuditTarget = "message" | "account" | "event" | "day" | "room";
