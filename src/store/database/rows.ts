/** Parses rows of both databases: PostgreSQL returns BIGINT as text and times as dates, SQLite does not. */
import { z } from "zod";
import type { User } from "../../room/account-ports.ts";
import type { StoredMessage } from "../../room/ports.ts";
import { Kind } from "../../wire/values.ts";
import type { Rows } from "./sql.ts";

export const integer = z.coerce.number().pipe(z.int());
export const truth = z
  .union([z.boolean(), z.number(), z.null()])
  .transform((value) => value === true || value === 1);
const time = z
  .union([z.date(), z.string()])
  .transform(dateOf)
  .pipe(z.date())
  .transform((date) => date.toISOString());

/** For the columns that the earlier program declared TIMESTAMP: UTC, as SQLAlchemy writes it. */
export function sqlTime(instant: number): string {
  return new Date(instant).toISOString().replace("T", " ").replace("Z", "000");
}

export function isoTime(value: Date | string): string {
  return dateOf(value).toISOString();
}

/** An invalid one where that is no time. */
function dateOf(value: Date | string): Date {
  return value instanceof Date ? value : new Date(`${value.slice(0, 23).replace(" ", "T")}Z`);
}

/** Addresses that differ only in upper and lower case are the same. */
export function emailKey(email: string): string {
  return email.normalize("NFC").toLowerCase();
}

const UserRow = z
  .object({
    id: integer,
    email: z.string(),
    username: z.string(),
    hashed_password: z.string(),
    is_active: truth,
    is_admin: truth,
    is_moderator: truth.default(false),
    created_at: time,
    token_version: integer.default(0),
  })
  .transform(
    (row): User => ({
      id: row.id,
      email: row.email,
      username: row.username,
      isAdmin: row.is_admin,
      isModerator: row.is_moderator,
      isActive: row.is_active,
      createdAt: row.created_at,
      passwordHash: row.hashed_password,
      tokenVersion: row.token_version,
    }),
  );
export const userRows = (rows: unknown): User[] => z.array(UserRow).parse(rows);

const MessageRow = z.object({
  id: integer,
  user: z.string(),
  text: z.string(),
  timestamp: time,
  date_created: z.string(),
  user_id: integer.nullable(),
  kind: Kind,
  re: integer.nullable(),
  first_word: truth.default(false),
  felt: integer.default(0),
});

const messageOf = (row: z.infer<typeof MessageRow>): StoredMessage => ({
  id: row.id,
  user: row.user,
  text: row.text,
  timestamp: row.timestamp,
  day: row.date_created,
  userId: row.user_id,
  kind: row.kind,
  re: row.re,
  isFirst: row.first_word,
  felt: row.felt,
});
export const messageRows = (rows: unknown): StoredMessage[] =>
  z.array(MessageRow).parse(rows).map(messageOf);

/** A row of a message with what links it to the row before. */
export interface LinkedMessage {
  seq: number;
  /** Null where its columns can be no message's. */
  message: StoredMessage | null;
  chain: string | null;
}

const LinkedRow = MessageRow.extend({ chain: z.string().nullable() });
/** What is left of a row that was damaged. */
const Place = z.object({ id: integer, chain: z.string().nullable().catch("") });

/** A row that has no place is left out: its place is without a row then. */
export const linkedMessages = (rows: Rows): LinkedMessage[] =>
  [...rows].flatMap((row): LinkedMessage[] => {
    const sound = LinkedRow.safeParse(row);
    if (sound.success) {
      const { id: seq, chain } = sound.data;
      return [{ seq, message: messageOf(sound.data), chain }];
    }
    const place = Place.safeParse(row);
    return place.success ? [{ seq: place.data.id, message: null, chain: place.data.chain }] : [];
  });
