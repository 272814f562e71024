/** Every variable of the environment, once: what the program reads, and what docs/configuration.md says. */
import { sqlite } from "./database-url.ts";
import { USUAL_LIMITS, USUAL_MESSAGES_PER_MINUTE } from "./room/speaking-limits.ts";
import {
  adminPassword,
  atMost,
  database,
  emailAddress,
  type Form,
  helpLinks,
  host,
  hsts,
  keyFile,
  logLevel,
  onOrOff,
  origins,
  ranges,
  rate,
  secretKey,
  timeZone,
  whole,
  wordList,
} from "./variable-forms.ts";
import { RULES_CHARS, TOPIC_CHARS } from "./wire/limits.ts";

export interface Variable<Value> extends Form<Value> {
  name: string;
  fallback: Value;
  /** The fallback in words, where its own are not those of the variable. */
  usually?: string;
  /** One sentence, in Markdown, seen from the folder `docs`. */
  meaning: string;
  /** The first version that reads it. */
  since: string;
  /** Whether a file may hold it: then `NAME_FILE` names that file. */
  inFile?: true;
}

type About = Omit<Variable<unknown>, "name" | "fallback" | "since" | keyof Form<unknown>>;

function variable<Value>(
  name: string,
  form: Form<Value>,
  fallback: Value,
  about: About,
): Variable<Value> {
  return { name, ...form, fallback, since: "0.1.0", ...about };
}

/** As `variable`, and unset unless it is given. */
function optional<Value>(name: string, form: Form<Value>, about: About) {
  return variable<Value | null>(name, form, null, about);
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** A length of time, in milliseconds once read. `seconds`: those of the variable's unit. */
function time(name: string, fallback: number, seconds: number, meaning: string) {
  const { accepts, parse } = amount;
  const ms = seconds * 1_000;
  const form = { accepts, parse: (text: string) => parse(text) * ms };
  return variable(name, form, fallback, { meaning, usually: `\`${fallback / ms}\`` });
}

const amount = whole(0, 999_999_999);
const share: Form<number> = { accepts: amount.accepts, parse: (text) => amount.parse(text) / 100 };

export const VARIABLES = {
  DATABASE_URL: variable("DATABASE_URL", database, sqlite("./messages.db"), {
    ...{ usually: "`sqlite:///./messages.db`", inFile: true },
    meaning: "Where the room is stored.",
  }),
  SECRET_KEY: optional("SECRET_KEY", secretKey, {
    ...{
      usually: "On SQLite: made once, kept beside the database in a file only its owner may read",
      inFile: true,
    },
    meaning:
      "Signs tokens and guest passes; must be set with PostgreSQL, and be the same on every node.",
  }),
  SECRET_KEY_PREVIOUS: optional("SECRET_KEY_PREVIOUS", secretKey, {
    ...{ usually: "None", inFile: true },
    meaning:
      "The secret before `SECRET_KEY`, believed for a day after that was changed ([how](operating.md#change-the-secret)).",
  }),
  DAY_KEY_FILE: optional("DAY_KEY_FILE", keyFile, {
    usually: "`<file>.day` beside a SQLite database; `./<database name>.day` with PostgreSQL",
    meaning:
      "Where the key of the day is kept; a restart that does not find it loses what was said today, and `none` stores that in the clear.",
  }),
  ADMIN_PASSWORD: optional("ADMIN_PASSWORD", adminPassword, {
    ...{
      usually: "None: the start prints a [setup link](operating.md#the-first-run)",
      inFile: true,
    },
    meaning:
      "That admin exists with that password after the start; a new one ends their sign-ins everywhere.",
  }),
  ADMIN_EMAIL: variable("ADMIN_EMAIL", emailAddress, "admin@rageroom.com", {
    meaning: "The e-mail address of that admin.",
  }),
  ALLOWED_ORIGINS: variable("ALLOWED_ORIGINS", origins, ["*"], {
    usually: "`*`",
    meaning:
      "Sites that may use the room, by CORS and by the WebSocket's `Origin`; in a list, name the room's own site too, unless it is reached by an address or as `localhost`: named alone, it is where the setup link leads ([why](decisions/20-hosts-of-the-room.md)).",
  }),
  DAILY_TOPIC: variable("DAILY_TOPIC", atMost(TOPIC_CHARS), "Whatever made you angry today", {
    meaning:
      "The topic of a day that nobody planned any for ([how](operating.md#the-topic-of-each-day)).",
  }),
  DAILY_RULES: variable(
    "DAILY_RULES",
    atMost(RULES_CHARS),
    "Rage at things, not at people. No names, no links.",
    { meaning: "The rules of such a day." },
  ),
  HOST: variable("HOST", host, "127.0.0.1", { meaning: "Where to listen." }),
  PORT: variable("PORT", whole(0, 65_535), 8_000, {
    meaning: "On which port; with 0 the system chooses one.",
  }),
  TIMEZONE: variable("TIMEZONE", timeZone, Temporal.Now.timeZoneId(), {
    usually: "The room's: the one chosen at the first run, or the system's",
    meaning:
      "Where the room's midnight is; changed only while every node is stopped and nothing was said.",
  }),
  MESSAGES_PER_MINUTE: variable(
    "MESSAGES_PER_MINUTE",
    whole(1, 1_000_000_000),
    USUAL_MESSAGES_PER_MINUTE,
    { meaning: "What one sender may say in any minute; the other limits grow with it." },
  ),
  MAX_CONNECTIONS: variable("MAX_CONNECTIONS", whole(1, 1_000_000), 10_000, {
    meaning:
      "Open sockets on one node; fewer where the process may not open so many files (`ulimit -n`), which the log says at the start.",
  }),
  TRUSTED_PROXIES: variable("TRUSTED_PROXIES", ranges, [], {
    usually: "None",
    meaning: "Proxies whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed.",
  }),
  HSTS: variable("HSTS", hsts, "on", {
    meaning:
      "Browsers that came by TLS are told to come by nothing else for a year; with `subdomains` its subdomains are bound too, with `off` nobody is told.",
  }),
  EMBED: variable("EMBED", onOrOff, true, {
    usually: "`on`",
    meaning:
      "With `off` there is no `/embed`, the log for frames of other sites ([how](operating.md#in-other-pages-and-streams)).",
  }),
  HELP_TEXT: variable("HELP_TEXT", atMost(RULES_CHARS), "", {
    usually: "Words of our own",
    meaning: "What “Help” on the page says.",
  }),
  HELP_LINKS: variable(
    "HELP_LINKS",
    helpLinks,
    // Helplines of the whole world.
    [{ label: "findahelpline.com", address: "https://findahelpline.com/" }],
    { usually: "findahelpline.com", meaning: "Where “Help” leads." },
  ),
  WORDLIST: variable("WORDLIST", wordList, [], {
    usually: "No such words",
    meaning:
      "A file of words that are not said here ([how](operating.md#words-that-are-not-said)).",
  }),
  METRICS_PORT: optional("METRICS_PORT", whole(0, 65_535), {
    usually: "Nowhere",
    meaning: "Where `/metrics` is served, for Prometheus ([which](operating.md#metrics)).",
  }),
  METRICS_HOST: variable("METRICS_HOST", host, "127.0.0.1", {
    meaning: "On which address.",
  }),
  LOG_LEVEL: variable("LOG_LEVEL", logLevel, "info", {
    meaning: "What the log says ([how](operating.md#the-log)).",
  }),
} as const;

/** Who is a newcomer, and what newcomers may say. The fallbacks are those of a room with 25 messages a minute. */
export const SPEAKING = {
  heardAfter: time(
    "HEARD_AFTER_SECONDS",
    USUAL_LIMITS.heardAfter,
    1,
    "How long one is present before one is heard.",
  ),
  heardStood: time(
    "HEARD_STOOD_SECONDS",
    USUAL_LIMITS.heardStood,
    1,
    "How long a message of theirs stood by then.",
  ),
  regularAfter: time(
    "REGULAR_AFTER_MINUTES",
    USUAL_LIMITS.regularAfter,
    MINUTE,
    "How long a guest is present today before they are regular.",
  ),
  regularMessages: variable("REGULAR_MESSAGES", amount, USUAL_LIMITS.regularMessages, {
    meaning: "How many messages of theirs stand by then.",
  }),
  regularAge: time(
    "REGULAR_ACCOUNT_HOURS",
    USUAL_LIMITS.regularAge,
    HOUR,
    "How old an account is before it is regular.",
  ),
  regularClean: time(
    "REGULAR_CLEAN_DAYS",
    USUAL_LIMITS.regularClean,
    24 * HOUR,
    "For how many days it had no sanction by then.",
  ),
  newcomersPerSecond: variable("NEWCOMERS_PER_SECOND", rate, USUAL_LIMITS.newcomersPerSecond, {
    meaning: "What all newcomers together may say a second, at least; 0.5 is one in two seconds.",
  }),
  newcomersShare: variable("NEWCOMERS_PERCENT", share, USUAL_LIMITS.newcomersShare, {
    usually: `\`${USUAL_LIMITS.newcomersShare * 100}\``,
    meaning: "How much of what everyone else says they may say, where that is more.",
  }),
  newcomersPerRange: variable("NEWCOMERS_PER_RANGE", amount, USUAL_LIMITS.newcomersPerRange, {
    meaning: "What the newcomers of one range of addresses may say a minute.",
  }),
  newcomersWait: time(
    "NEWCOMERS_WAIT_SECONDS",
    USUAL_LIMITS.newcomersWait,
    1,
    "How long a message of theirs waits for its turn before it is refused.",
  ),
} as const;

/** Each names a file that holds the variable without `_FILE`. */
export const IN_FILES = Object.values(VARIABLES).flatMap(({ name, inFile }) =>
  inFile ? [`${name}_FILE`] : [],
);
