import { keyFileOf } from "./database-url.ts";
import { misspeltIn } from "./misspelt-variables.ts";
import type { Topic } from "./room/commands.ts";
import type { SpeakingLimits } from "./room/speaking-limits.ts";
import { type Env, withSecretFiles } from "./secret-file.ts";
import { type Read, readSpeakingLimits } from "./speaking-variables.ts";
import type { DatabaseAddress } from "./store/ports.ts";
import { HOW_TO_MAKE_ONE, type Hsts, type LogLevel, secretKey } from "./variable-forms.ts";
import { IN_FILES, VARIABLES } from "./variables.ts";

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
  hsts: Hsts;
  /** Whether other sites may show the log in a frame. */
  embed: boolean;
  help: { text: string; links: { label: string; address: string }[] };
  /** What is not said here. */
  words: string[];
  /** What is accepted, and may be meant otherwise: a sentence each. */
  doubts: string[];
}

/** Everything wrong with the environment, a line for each variable. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join("\n"));
    this.name = "ConfigError";
  }
}

/** Reads no files but those that variables name. Throws ConfigError that names every wrong variable with what is accepted. */
export function readConfig(given: Env): Config {
  const problems: string[] = [];
  const env = withSecretFiles(given, IN_FILES, problems);
  const textOf = (name: string) => env[name]?.trim() ?? "";
  const read: Read = ({ name, fallback, parse }) => {
    const text = textOf(name);
    if (text === "") return fallback;
    try {
      return parse(text);
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : "is not accepted"}`);
      return fallback;
    }
  };
  const topic = read(VARIABLES.DAILY_TOPIC);
  const rules = read(VARIABLES.DAILY_RULES);
  const stored = read(VARIABLES.DATABASE_URL);
  const { DAY_KEY_FILE } = VARIABLES;
  const dayKey = read({ ...DAY_KEY_FILE, fallback: keyFileOf(stored) });
  const secret = read(VARIABLES.SECRET_KEY);
  const previousSecret = read<string | null>({
    ...VARIABLES.SECRET_KEY_PREVIOUS,
    parse: (text) => otherThan(secret, secretKey.parse(text)),
  });
  const isPostgres = /^postgres(ql)?:/.test(textOf(VARIABLES.DATABASE_URL.name));
  if (isPostgres && secret === null && !problems.some((line) => line.startsWith("SECRET_KEY"))) {
    problems.push(`SECRET_KEY: must be set with PostgreSQL; ${HOW_TO_MAKE_ONE}`);
  }
  const metricsPort = read(VARIABLES.METRICS_PORT);
  const metricsHost = read(VARIABLES.METRICS_HOST);
  const port = read(VARIABLES.PORT);
  const host = read(VARIABLES.HOST);
  if (port > 0 && metricsPort === port && metricsHost === host) {
    problems.push("METRICS_PORT: is PORT too; metrics need a port of their own");
  }
  const messagesPerMinute = read(VARIABLES.MESSAGES_PER_MINUTE);
  const config: Config = {
    database:
      stored.dialect === "sqlite"
        ? { ...stored, dayKey }
        : { ...stored, dayKey, ...nodeSecrets(secret, previousSecret) },
    secret,
    previousSecret,
    admin: { email: read(VARIABLES.ADMIN_EMAIL), password: read(VARIABLES.ADMIN_PASSWORD) },
    allowedOrigins: read(VARIABLES.ALLOWED_ORIGINS),
    topic: { topic, rules },
    host,
    port,
    metrics: metricsPort === null ? null : { host: metricsHost, port: metricsPort },
    timezone: read(VARIABLES.TIMEZONE),
    timezoneGiven: textOf(VARIABLES.TIMEZONE.name) !== "",
    messagesPerMinute,
    speaking: readSpeakingLimits(read, messagesPerMinute),
    maxConnections: read(VARIABLES.MAX_CONNECTIONS),
    trustedProxies: read(VARIABLES.TRUSTED_PROXIES),
    logLevel: read(VARIABLES.LOG_LEVEL),
    hsts: read(VARIABLES.HSTS),
    embed: read(VARIABLES.EMBED),
    help: { text: read(VARIABLES.HELP_TEXT), links: read(VARIABLES.HELP_LINKS) },
    words: read(VARIABLES.WORDLIST),
    doubts: misspeltIn(given),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

/** What the nodes of a PostgreSQL room share. */
function nodeSecrets(secret: string | null, previous: string | null) {
  return { secret: secret ?? "", ...(previous === null ? {} : { previous }) };
}

function otherThan(secret: string | null, previous: string): string {
  if (secret !== null && previous !== secret) return previous;
  throw new Error("is the secret before SECRET_KEY; set that to another one");
}
