/** Everything that crosses the wire, once: the schemas validate, the types are inferred from them. */
import { z } from "zod";
import {
  EMAIL_CHARS,
  PAGE_MESSAGES,
  PASSWORD_MAX_CHARS,
  PASSWORD_MIN_CHARS,
  REF_CHARS,
  RULES_CHARS,
  TOPIC_CHARS,
  USERNAME_PATTERN,
} from "./limits.ts";

export const SUBPROTOCOL = "rageroom.v1";

const seq = z.int().nonnegative();
const timestamp = z.iso.datetime({ offset: true });
export const Kind = z.enum(["guest", "user", "admin"]);
export type Kind = z.infer<typeof Kind>;

// ---- rageroom.v1, client to server: one object a frame

const Hello = z.object({
  type: z.literal("hello"),
  token: z.string().max(4_096).optional(),
  guest: z.string().max(1_024).optional(),
  after: seq.optional(),
});
const SayFrame = z.object({
  type: z.literal("say"),
  ref: z.string().min(1).max(REF_CHARS),
  text: z.string(),
});
/** A guest asks for another name; answered by `you`. */
const Roll = z.object({ type: z.literal("roll") });
export const ClientFrame = z.discriminatedUnion("type", [Hello, SayFrame, Roll]);
export type ClientFrame = z.infer<typeof ClientFrame>;
export type Hello = z.infer<typeof Hello>;

/** Plain mode: other members are ignored. */
export const PlainFrame = z.object({ user: z.string().optional(), text: z.string() });

// ---- rageroom.v1, server to client: an array of events a frame

/** `guest` is the pass to come back with; it ends with the day. */
export const You = z.object({ name: z.string(), kind: Kind, guest: z.string().optional() });
export type You = z.infer<typeof You>;

export const RefusalCode = z.enum([
  "invalid",
  "empty",
  "too_long",
  "control_character",
  "rate_limited",
  "banned",
  "name_taken",
  "email_taken",
  "username_taken",
  "wrong_credentials",
  "too_many_attempts",
  "not_signed_in",
  "not_admin",
  "admin_protected",
  "not_found",
  "setup_closed",
  "busy",
  "unavailable",
]);
export type RefusalCode = z.infer<typeof RefusalCode>;

const MessageEvent = z.object({
  type: z.literal("message"),
  seq,
  id: seq,
  user: z.string(),
  text: z.string(),
  timestamp,
  kind: Kind,
});
const DeletedEvent = z.object({ type: z.literal("deleted"), seq, id: seq });
/** The day turned, or an admin emptied the room: `day` is the day that is on now. */
const ClearedEvent = z.object({ type: z.literal("cleared"), seq, day: z.iso.date() });
const TopicEvent = z.object({
  type: z.literal("topic"),
  seq,
  topic: z.string(),
  rules: z.string(),
});
/** The place of an event that is not for everyone, or of a message deleted since. */
const QuietEvent = z.object({ type: z.literal("quiet"), seq });

/** Events of the log, as everyone sees them: gapless in `seq`. */
export const LogEvent = z.discriminatedUnion("type", [
  MessageEvent,
  DeletedEvent,
  ClearedEvent,
  TopicEvent,
  QuietEvent,
]);
export type LogEvent = z.infer<typeof LogEvent>;
export type MessageEvent = z.infer<typeof MessageEvent>;

const Welcome = z.object({
  type: z.literal("welcome"),
  you: You,
  day: z.iso.date(),
  topic: z.string(),
  rules: z.string(),
  timezone: z.string(),
  wipes_at: timestamp,
  seq,
  recovered: z.boolean(),
  online: z.int().nonnegative(),
});
/** The guest's name changed: rolled, or worn for its ten minutes. */
const YouEvent = z.object({ type: z.literal("you"), you: You });
const Online = z.object({ type: z.literal("online"), count: z.int().nonnegative() });
const Ack = z.object({ type: z.literal("ack"), ref: z.string(), seq });
const Refused = z.object({
  type: z.literal("refused"),
  ref: z.string().optional(),
  code: RefusalCode,
  detail: z.string(),
  /** Seconds. */
  retry_after: z.number().optional(),
});
export const ServerEvent = z.discriminatedUnion("type", [
  Welcome,
  YouEvent,
  MessageEvent,
  DeletedEvent,
  ClearedEvent,
  TopicEvent,
  QuietEvent,
  Online,
  Ack,
  Refused,
]);
export type ServerEvent = z.infer<typeof ServerEvent>;
export const ServerFrame = z.array(ServerEvent);

// ---- HTTP

export const Health = z.object({
  status: z.enum(["healthy", "unhealthy"]),
  message_count: z.int(),
  connected_clients: z.int(),
  date: z.iso.date(),
});
export type Health = z.infer<typeof Health>;

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

export const HistoryMessage = z.object({ id: seq, user: z.string(), text: z.string(), timestamp });
export type HistoryMessage = z.infer<typeof HistoryMessage>;
export const History = z.object({ messages: z.array(HistoryMessage) });
/** A whole number as it stands in an address. */
const wholeNumber = (min: number, max: number) =>
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
export const IdParam = z.object({ id: wholeNumber(0, Number.MAX_SAFE_INTEGER) });

const email = z.email("An e-mail address looks like name@example.com.").max(EMAIL_CHARS);
const username = z
  .string()
  .regex(USERNAME_PATTERN, "A username has 3 to 50 letters, digits, underscores or hyphens.");
const newPassword = z
  .string()
  .min(PASSWORD_MIN_CHARS, `A password has at least ${PASSWORD_MIN_CHARS} characters.`)
  .max(PASSWORD_MAX_CHARS);
const passwordTry = z.string().min(1, "A password is needed.").max(PASSWORD_MAX_CHARS);

export const Registration = z.object({ email, username, password: newPassword });
export type Registration = z.infer<typeof Registration>;
export const Setup = Registration.extend({ secret: z.string().min(1).max(256) });
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
export const AdminUser = Account.extend({ is_active: z.boolean() });
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
export const Done = z.object({ message: z.string() });
export type Done = z.infer<typeof Done>;
export const Ban = z.object({ user_id: z.int(), ban: z.boolean().default(true) });

/** RFC 9457. `errors` names each field of a failed validation. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
