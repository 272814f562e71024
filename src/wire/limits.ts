/** Numbers and close codes that the server and the pages share. Imports nothing. */

/** Longest message, in graphemes: characters as a reader sees them. */
export const TEXT_GRAPHEMES = 500;
/** Longest message in UTF-16 units: bounds what one grapheme may weigh. A family of four has 11. */
export const TEXT_UNITS = 6_000;
/** Most lines of a message: more would push everyone else off the screen. */
export const TEXT_LINES = 20;
export const NAME_CHARS = 50;
export const REF_CHARS = 64;
export const TOPIC_CHARS = 200;
export const RULES_CHARS = 500;
/** For how many days to come a topic can be planned. */
export const PLANNED_DAYS = 366;
/** How many days to come are shown with what they would open with. */
export const TOPIC_DAYS_SHOWN = 14;
/** Most topics of the rotation. */
export const ROTATION_TOPICS = 100;
/** Why somebody was muted or banned. */
export const REASON_CHARS = 200;
/** The longest sanction that ends by itself: a year. */
export const MOST_MINUTES = 525_600;
/** How slow the room may be made: a wait of so many seconds between two messages of a sender. */
export const SLOW_SECONDS = [0, 3, 10, 30, 60] as const;
/** Everything that the audit log says staff did. */
export const AUDIT_ACTS = [
  "message_erased",
  "sender_erased",
  "account_deleted",
  "reset_opened",
  "cleared",
  "undone",
  "topic_set",
  "topic_planned",
  "topic_unplanned",
  "rotation_set",
  "slow_mode_set",
  "slow_mode_ended",
  "shield_raised",
  "shield_ended",
  "hidden_kept",
  "hidden_removed",
  "swept",
  "report_kept",
  "report_removed",
  "muted",
  "banned",
  "unbanned",
  "lifted",
  "admin_made",
  "admin_unmade",
  "moderator_made",
  "moderator_unmade",
] as const;
export type AuditActName = (typeof AUDIT_ACTS)[number];
/** For how long the shield is raised where nobody says. */
export const SHIELD_MINUTES = 10;
/** The longest that it lasts, renewed or not. */
export const SHIELD_MOST_MINUTES = 60;
/**
 * What a proof of work costs: at most so many tries, half of them on average, each of so many
 * iterations. About a second on a slow phone.
 */
export const PROOF_TRIES = 400;
export const PROOF_ITERATIONS = 5_000;
/** How long a challenge may be answered. */
export const PROOF_WITHIN_MS = 5 * 60_000;
/** How a list of accounts may be sorted. */
export const USER_SORTS = ["oldest", "newest", "name"] as const;
export type UserSort = (typeof USER_SORTS)[number];
export const USERNAME_PATTERN = /^[A-Za-z0-9_-]{3,50}$/;
/** Of a second step, as many as it is given at a time. */
export const RECOVERY_CODES = 10;
export const PASSWORD_MIN_CHARS = 8;
/** A password is hashed, so it may be long, but not so long that hashing it is an attack. */
export const PASSWORD_MAX_CHARS = 1_024;
export const EMAIL_CHARS = 255;

/** A page holds this many messages, and a snapshot brings at most as many. */
export const SNAPSHOT_MESSAGES = 300;
/** A client that comes back further behind than this gets a snapshot instead of the events it missed. */
export const RESUME_EVENTS = 2_000;
/** The same for a reader who looked away. It is never sent more than it would have been sent anyway. */
export const LOOK_EVENTS = 20_000;
/** Those who read further back are sent a frame so often, in milliseconds. */
export const LOOK_BACK_MS = 800;
/** Those who are away are told at most so often how many messages they are behind, in milliseconds. */
export const BEHIND_MS = 3_000;
/** Most messages that one event names: its frame stays well below what a slow reader may let wait. */
export const EVENT_IDS = 10_000;
/** Most messages one call of the history returns. */
export const PAGE_MESSAGES = 1_000;

export const HELLO_WITHIN_MS = 10_000;
/** Largest frame a client may send. Every allowed message fits, escaped. */
export const FRAME_BYTES = 40 * 1024;
export const BODY_BYTES = 32 * 1024;
/** A rotation of as many topics with rules as long as they may be, in any script. */
export const ROTATION_BYTES = 256 * 1024;
/** Unsent bytes held for one reader before it is cut. */
export const BACKPRESSURE_BYTES = 1024 * 1024;
/** Messages one socket may have waiting for their commit. */
export const SUBMISSIONS_IN_FLIGHT = 64;
/** Messages one node may have waiting for their commit. */
export const QUEUED_SUBMISSIONS = 20_000;

/** Most reported messages that staff are shown at once. */
export const REPORTS_SHOWN = 100;
/** Of what the shield hid: most messages of one raising, and most raisings, that staff are shown at once. */
export const HIDDEN_SHOWN = 100;
export const HIDDEN_ACTS_SHOWN = 20;

/** How long what was deleted, cleared or banned can be brought back; then it is destroyed. */
export const UNDO_MS = 5_000;

/** What is looked at after midnight, before a receipt is given. */
export const CHECKS = ["rows", "key", "files", "wal", "replaced", "unlinked"] as const;

/** How a day is destroyed: its key, and its rows in one of three ways. */
export const METHODS = ["key", "overwritten", "unlinked", "deleted"] as const;
/** What no check of ours can look at. */
export const NOT_COVERED = ["copies", "host", "memory"] as const;

/** How somebody may leave a day. */
export const MOODS = ["angrier", "same", "calmer"] as const;
export type Mood = (typeof MOODS)[number];
/** How long after a day ended they may say so. */
export const MOOD_WITHIN_MS = 10 * 60_000;

/** How long a guest wears one name. */
export const GUEST_NAME_MS = 10 * 60_000;

/**
 * Every way the server ends a socket (RFC 6455 §7.4; 4000–4999 are ours).
 * `back` tells the client whether to come back: at once as it was, only after
 * signing in anew or as somebody else, or not at all.
 */
export const CLOSE = {
  going_away: {
    code: 1001,
    reason: "The server is restarting. Come back in a moment.",
    back: "yes",
  },
  protocol_error: { code: 1002, reason: "That was not the room's protocol.", back: "no" },
  too_big: { code: 1009, reason: "That frame was too large.", back: "yes" },
  server_full: { code: 1013, reason: "The room is full. Try again in a minute.", back: "yes" },
  idle_before_hello: { code: 4000, reason: "No hello came within ten seconds.", back: "yes" },
  banned: { code: 4001, reason: "You are banned.", back: "no" },
  signed_out: { code: 4002, reason: "This sign-in has ended.", back: "as_guest" },
} as const satisfies Record<
  string,
  { code: number; reason: string; back: "yes" | "as_guest" | "no" }
>;

export type Ending = keyof typeof CLOSE;
