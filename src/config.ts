import { parseRange } from "./client-address.ts";
import { databaseUrl, keyFileOf, sqlite } from "./database-url.ts";
import type { Topic } from "./room/commands.ts";
import type { SpeakingLimits } from "./room/speaking-limits.ts";
import { type Env, withSecretFiles } from "./secret-file.ts";
import { type Read, readSpeakingLimits } from "./speaking-variables.ts";
import type { DatabaseAddress } from "./store/ports.ts";
import { PASSWORD_MIN_CHARS, RULES_CHARS, TOPIC_CHARS } from "./wire/limits.ts";
import { isTimeZone } from "./wire/values.ts";
import { readWordList } from "./word-list-file.ts";

const LOG_LEVELS = ["debug", "info", "warn", "error", "fatal", "silent"] as const;
const HSTS = ["on", "off", "subdomains"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  database: DatabaseAddress;
  /** Null: made once and kept beside the SQLite file. */
  secret: string | null;
  /** The one before it, believed for a day. */
  previousSecret: string | null;
  admin: { email: string; password: string | null };
  allowedOrigins: string[];
  topic: Topic;
  host: string;
  port: number;
  /** Where metrics are served; null for nowhere. */
  metrics: { host: string; port: number } | null;
  timezone: string;
  /** False where it is the system's. */
  timezoneGiven: boolean;
  messagesPerMinute: number;
  speaking: SpeakingLimits;
  maxConnections: number;
  trustedProxies: string[];
  logLevel: LogLevel;
  hsts: (typeof HSTS)[number];
  /** Whether other sites may show the log in a frame. */
  embed: boolean;
  help: { text: string; links: { label: string; address: string }[] };
  /** What is not said here. */
  words: string[];
}

/** Everything wrong with the environment, a line for each variable. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ConfigError";
  }
}

const DEFAULT_TOPIC = "Whatever made you angry today";
const DEFAULT_RULES = "Rage at things, not at people. No names, no links.";
/** Helplines of the whole world. */
const DEFAULT_HELP = [{ label: "findahelpline.com", address: "https://findahelpline.com/" }];
const SECRET_BYTES = 32;
const PLACEHOLDERS = /your[-_ ]?secret|change[-_ ]?(this|me)|placeholder/i;

/** Each names a file that holds the variable without `_FILE`. */
export const IN_FILES = [
  "DATABASE_URL_FILE",
  "SECRET_KEY_FILE",
  "SECRET_KEY_PREVIOUS_FILE",
  "ADMIN_PASSWORD_FILE",
];

/** Reads no files but those that variables name. Throws ConfigError that names every wrong variable with what is accepted. */
export function readConfig(given: Env): Config {
  const problems: string[] = [];
  const env = withSecretFiles(given, IN_FILES, problems);
  const read: Read = <Value>(
    name: string,
    fallback: Value,
    parse: (text: string) => Value,
  ): Value => {
    const text = env[name]?.trim();
    if (text === undefined || text === "") return fallback;
    try {
      return parse(text);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : "is not accepted"}`);
      return fallback;
    }
  };
  const topic = read("DAILY_TOPIC", DEFAULT_TOPIC, atMost(TOPIC_CHARS));
  const rules = read("DAILY_RULES", DEFAULT_RULES, atMost(RULES_CHARS));
  const stored = read("DATABASE_URL", sqlite("./messages.db"), databaseUrl);
  const dayKey = read("DAY_KEY_FILE", keyFileOf(stored), (text) => (text === "none" ? null : text));
  const secret = read<string | null>("SECRET_KEY", null, secretKey);
  const previousSecret = read<string | null>("SECRET_KEY_PREVIOUS", null, (text) =>
    secretBefore(text, secret),
  );
  const isPostgres = /^postgres(ql)?:/.test(env["DATABASE_URL"]?.trim() ?? "");
  if (isPostgres && secret === null && !problems.some((line) => line.startsWith("SECRET_KEY"))) {
    problems.push(`SECRET_KEY: must be set with PostgreSQL; ${HOW_TO_MAKE_ONE}`);
  }
  const metricsPort = read<number | null>("METRICS_PORT", null, whole(0, 65_535));
  const metricsHost = read("METRICS_HOST", "127.0.0.1", host);
  const messagesPerMinute = read("MESSAGES_PER_MINUTE", 25, whole(1, 1_000_000_000));
  const config: Config = {
    database:
      stored.dialect === "sqlite"
        ? { ...stored, dayKey }
        : { ...stored, dayKey, ...nodeSecrets(secret, previousSecret) },
    secret,
    previousSecret,
    admin: {
      email: read("ADMIN_EMAIL", "admin@rageroom.com", emailAddress),
      password: read<string | null>("ADMIN_PASSWORD", null, adminPassword),
    },
    allowedOrigins: read("ALLOWED_ORIGINS", ["*"], (text) => list(text).map(origin)),
    topic: { topic, rules },
    host: read("HOST", "127.0.0.1", host),
    port: read("PORT", 8000, whole(0, 65_535)),
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    timezone: read("TIMEZONE", Intl.DateTimeFormat().resolvedOptions().timeZone, timeZone),
    timezoneGiven: (env["TIMEZONE"]?.trim() ?? "") !== "",
    messagesPerMinute,
    speaking: readSpeakingLimits(read, messagesPerMinute),
    maxConnections: read("MAX_CONNECTIONS", 10_000, whole(1, 1_000_000)),
    trustedProxies: read("TRUSTED_PROXIES", [], (text) => list(text).map(addressOrRange)),
    logLevel: read("LOG_LEVEL", "info", logLevel),
    hsts: read("HSTS", "on", oneOf(HSTS, "on, off or subdomains")),
    embed: read("EMBED", "on", oneOf(["on", "off"], "on or off")) === "on",
    help: {
      text: read("HELP_TEXT", "", atMost(RULES_CHARS)),
      links: read("HELP_LINKS", DEFAULT_HELP, (text) => list(text).map(helpLink)),
    },
    words: read("WORDLIST", [], readWordList),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

const HOW_TO_MAKE_ONE = "make one with: openssl rand -base64 48";

function secretKey(text: string): string {
  if (PLACEHOLDERS.test(text)) throw new Error(`is a known placeholder; ${HOW_TO_MAKE_ONE}`);
  if (Buffer.byteLength(text) < SECRET_BYTES) {
    throw new Error(`must have at least ${SECRET_BYTES} bytes; ${HOW_TO_MAKE_ONE}`);
  }
  return text;
}

/** What the nodes of a PostgreSQL room share. */
function nodeSecrets(secret: string | null, previous: string | null) {
  return { secret: secret ?? "", ...(previous === null ? {} : { previous }) };
}

function secretBefore(text: string, secret: string | null): string {
  if (secret !== null && text !== secret) return secretKey(text);
  throw new Error("is the secret before SECRET_KEY; set that to another one");
}

function helpLink(text: string): { label: string; address: string } {
  const [, label = "", address = ""] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (/^(https:\/\/|tel:|mailto:)\S+$/.test(address)) return { label: label.trim(), address };
  throw new Error(
    `“${text}” is no link; use a list such as Samaritans=tel:116123,Find a helpline=https://findahelpline.com`,
  );
}

function adminPassword(text: string): string {
  if (text.length >= PASSWORD_MIN_CHARS) return text;
  throw new Error(`must have at least ${PASSWORD_MIN_CHARS} characters`);
}

function emailAddress(text: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
  throw new Error("must be an e-mail address such as admin@rageroom.com");
}

/** Without the brackets of an address in a URL. */
function host(text: string): string {
  return text.replace(/^\[(.*)\]$/, "$1");
}

function origin(text: string): string {
  if (text === "*") return text;
  if (URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ""))
    return new URL(text).origin;
  throw new Error(
    `“${text}” is not an origin; use * or a list such as https://rage.example,https://www.rage.example`,
  );
}

function addressOrRange(text: string): string {
  try {
    parseRange(text);
    return text;
  } catch {
    throw new Error(
      `“${text}” is not an address or range; use a list such as 127.0.0.1,10.0.0.0/8`,
    );
  }
}

function timeZone(text: string): string {
  if (isTimeZone(text)) return text;
  throw new Error(`“${text}” is not an IANA time zone; use a name such as Europe/Berlin`);
}

function logLevel(text: string): LogLevel {
  const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
  if (level) return level;
  throw new Error(`must be one of ${LOG_LEVELS.join(", ")}`);
}

function oneOf<Word extends string>(words: readonly Word[], said: string) {
  return (text: string): Word => {
    const chosen = words.find((word) => word === text);
    if (chosen) return chosen;
    throw new Error(`must be ${said}`);
  };
}

function atMost(chars: number): (text: string) => string {
  return (text) => {
    if (text.length <= chars) return text;
    throw new Error(`must have at most ${chars} characters`);
  };
}

function whole(min: number, max: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= min && number <= max) return number;
    throw new Error(`must be a whole number from ${min} to ${max}`);
  };
}

function list(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
