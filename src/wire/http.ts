/** Every body and query of the HTTP calls, once: the schemas validate, the types are inferred from them. */
import { z } from "zod";
import {
  CHECKS,
  EMAIL_CHARS,
  METHODS,
  MOST_MINUTES,
  NOT_COVERED,
  PAGE_MESSAGES,
  PASSWORD_MAX_CHARS,
  PASSWORD_MIN_CHARS,
  REASON_CHARS,
  RULES_CHARS,
  SHIELD_MOST_MINUTES,
  SLOW_SECONDS,
  TOPIC_CHARS,
  USER_SORTS,
  USERNAME_PATTERN,
} from "./limits.ts";
import { Kind, Moods, seq, timestamp } from "./values.ts";

export const Health = z.object({
  status: z.enum(["healthy", "unhealthy"]),
  message_count: z.int(),
  connected_clients: z.int(),
  date: z.iso.date(),
});
export type Health = z.infer<typeof Health>;

export const Ready = z.object({
  status: z.enum(["ready", "not_ready"]),
  reason: z.enum(["starting", "draining", "store"]).optional(),
});

export const Today = z.object({
  date: z.iso.date(),
  time: timestamp,
  topic: z.string(),
  title: z.string(),
  rules: z.string(),
  timezone: z.string(),
  wipes_at: timestamp,
});
export type Today = z.infer<typeof Today>;

export const HistoryMessage = z.object({
  id: seq,
  user: z.string(),
  text: z.string(),
  timestamp,
  re: seq.optional(),
});
export type HistoryMessage = z.infer<typeof HistoryMessage>;
const PastMessage = HistoryMessage.extend({ kind: Kind, felt: z.int().nonnegative() });
export const History = z.object({ messages: z.array(PastMessage) });
export type History = z.infer<typeof History>;
/** A whole number as it stands in an address. */
export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,16}$/, "A whole number is needed.")
    .transform(Number)
    .pipe(z.int().min(min).max(max));
export const HistoryQuery = z.object({
  before: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
  limit: wholeNumber(1, PAGE_MESSAGES).default(PAGE_MESSAGES),
});
export const ListQuery = z.object({
  skip: wholeNumber(0, 1_000_000_000).default(0),
  limit: wholeNumber(1, PAGE_MESSAGES).default(100),
});
export const UsersQuery = ListQuery.extend({
  search: z.string().trim().max(EMAIL_CHARS).default(""),
  sort: z.enum(USER_SORTS).default("oldest"),
});
export const AuditQuery = z.object({
  before: wholeNumber(0, Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER),
  limit: wholeNumber(1, PAGE_MESSAGES).default(100),
});
export const IdParam = z.object({ id: wholeNumber(0, Number.MAX_SAFE_INTEGER) });
export const MessageParam = z.object({ message: wholeNumber(0, Number.MAX_SAFE_INTEGER) });

const email = z.email("An e-mail address looks like name@example.com.").max(EMAIL_CHARS);
const username = z
  .string()
  .regex(USERNAME_PATTERN, "A username has 3 to 50 letters, digits, underscores or hyphens.");
export const newPassword = z
  .string()
  .min(PASSWORD_MIN_CHARS, `A password has at least ${PASSWORD_MIN_CHARS} characters.`)
  .max(PASSWORD_MAX_CHARS);
export const passwordTry = z.string().min(1, "A password is needed.").max(PASSWORD_MAX_CHARS);

export const Registration = z.object({ email, username, password: newPassword });
export type Registration = z.infer<typeof Registration>;
export const Login = z.object({ email: z.string().min(1).max(EMAIL_CHARS), password: passwordTry });
export const Token = z.object({ access_token: z.string(), token_type: z.literal("bearer") });
export type Token = z.infer<typeof Token>;
export const Account = z.object({
  id: z.int(),
  email: z.string(),
  username: z.string(),
  is_admin: z.boolean(),
  created_at: timestamp,
});
export type Account = z.infer<typeof Account>;
export const Me = Account.extend({ is_moderator: z.boolean() });
export type Me = z.infer<typeof Me>;

export const Stats = z.object({
  total_users: z.int(),
  total_messages: z.int(),
  today_messages: z.int(),
  current_topic: z.string(),
  current_rules: z.string(),
  connected_clients: z.int(),
  messages_last_minute: z.int(),
  timezone: z.string(),
  wipes_at: timestamp,
});
export type Stats = z.infer<typeof Stats>;
export const AdminMessage = HistoryMessage.extend({
  date_created: z.iso.date(),
  user_id: z.int().nullable(),
});
export type AdminMessage = z.infer<typeof AdminMessage>;
export const AdminUser = Me.extend({ is_active: z.boolean() });
export type AdminUser = z.infer<typeof AdminUser>;
export const TopicChange = z.object({
  topic: z.string().trim().min(1, "A topic is needed.").max(TOPIC_CHARS),
  rules: z.string().trim().max(RULES_CHARS).optional(),
});
export const TopicChanged = z.object({
  message: z.string(),
  topic: z.string(),
  rules: z.string(),
});
/** `undo`: what brings back what the call took away, within UNDO_MS; absent where it took nothing. */
export const Done = z.object({ message: z.string(), undo: z.int().positive().optional() });
export type Done = z.infer<typeof Done>;
export const Undo = z.object({ act: z.int().positive() });
export const Ban = z.object({ user_id: z.int(), ban: z.boolean().default(true) });
export const Role = z
  .object({ user_id: z.int(), admin: z.boolean().optional(), moderator: z.boolean().optional() })
  .refine(({ admin, moderator }) => admin !== undefined || moderator !== undefined, {
    path: ["admin"],
    message: "Say `admin` or `moderator`.",
  });
/** `undo`: as of `Done`. */
export const Removed = z.object({
  removed: z.int().nonnegative(),
  undo: z.int().positive().optional(),
});
export type Removed = z.infer<typeof Removed>;
/** Exactly one of `message` and `user_id`. */
export const SanctionWanted = z
  .object({
    kind: z.enum(["mute", "ban"]),
    message: seq.optional(),
    user_id: z.int().optional(),
    minutes: z.int().min(1).max(MOST_MINUTES).optional(),
    reason: z.string().trim().min(1).max(REASON_CHARS).optional(),
  })
  .refine(({ message, user_id }) => (message === undefined) !== (user_id === undefined), {
    path: ["message"],
    message: "Name either a `message` or a `user_id`.",
  });
export const SanctionPlaced = z.object({
  id: seq,
  kind: z.enum(["mute", "ban"]),
  name: z.string(),
  /** Null where only staff end it. */
  until: timestamp.nullable(),
  removed: z.int().nonnegative(),
  undo: z.int().positive().optional(),
});
export type SanctionPlaced = z.infer<typeof SanctionPlaced>;
export const SanctionInForce = SanctionPlaced.omit({ removed: true, undo: true }).extend({
  user_id: z.int().nullable(),
  reason: z.string().nullable(),
  at: timestamp,
});
export type SanctionInForce = z.infer<typeof SanctionInForce>;
/** `raised_by`: staff, or the room by itself. */
export const RoomMode = z.object({
  slow_seconds: z.int(),
  shield: z.object({
    on: z.boolean(),
    until: timestamp.nullable(),
    raised_by: z.enum(["staff", "room"]).nullable(),
  }),
});
/** `shield_minutes`: 0 ends the shield. */
export const ModeChange = z.object({
  slow_seconds: z.literal([...SLOW_SECONDS]).optional(),
  shield_minutes: z.int().min(0).max(SHIELD_MOST_MINUTES).optional(),
});
export type RoomMode = z.infer<typeof RoomMode>;
/** What staff did: never a text, never a guest's name. `id` of a message or an event is its `seq`. */
export const AuditAct = z.object({
  id: z.int(),
  at: timestamp,
  actor: z.object({ id: z.int(), name: z.string() }),
  act: z.string(),
  target: z.object({
    kind: z.enum(["message", "account", "event", "day", "room"]),
    id: z.int().nullable(),
  }),
  until: timestamp.nullable(),
  reason: z.string().nullable(),
});
export type AuditAct = z.infer<typeof AuditAct>;

/** RFC 9457. `errors` names each field of a failed validation. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  /** As in the header `X-Request-Id`, and in the log. */
  request_id: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  /** Of a ban: its end, null where only staff end it, and why. */
  until: timestamp.nullable().optional(),
  reason: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** `found` is how much was still there of what was looked for; see docs/forgetting.md for each check. */
const Check = z.object({ what: z.enum(CHECKS), found: z.int(), ok: z.boolean() });
export const ReceiptBody = z.object({
  /** The day that ended. */
  day: z.iso.date(),
  timezone: z.string(),
  turned_at: timestamp,
  checked_at: timestamp,
  /** Milliseconds, from the turn's end to the end of the check. */
  took_ms: z.int(),
  messages: z.int(),
  people: z.int(),
  methods: z.array(z.enum(METHODS)),
  checks: z.array(Check),
  /** What no check of ours can look at. */
  not_covered: z.array(z.enum(NOT_COVERED)),
  moods: Moods,
  /** Whether every check found nothing. */
  clean: z.boolean(),
});
export type ReceiptBody = z.infer<typeof ReceiptBody>;
export const Receipts = z.object({ receipts: z.array(ReceiptBody) });
