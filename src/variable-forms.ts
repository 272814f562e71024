/** What a variable may hold: each form says so in words, and parses it. What it throws says what is accepted. */
import { parseRange } from "./client-address.ts";
import { databaseUrl } from "./database-url.ts";
import { PASSWORD_MIN_CHARS } from "./wire/limits.ts";
import { isTimeZone } from "./wire/values.ts";
import { readWordList } from "./word-list-file.ts";

export interface Form<Value> {
  /** For the reference: what is accepted, in a few words. */
  accepts: string;
  parse(text: string): Value;
}

const SECRET_BYTES = 32;
const PLACEHOLDERS = /your[-_ ]?secret|change[-_ ]?(this|me)|placeholder/i;
export const HOW_TO_MAKE_ONE = "make one with: openssl rand -base64 48";
const LOG_LEVELS = ["debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const database: Form<ReturnType<typeof databaseUrl>> = {
  accepts: "`sqlite:///./messages.db`, `sqlite:PATH`, `postgres://…` or `postgresql://…`",
  parse: databaseUrl,
};

export const secretKey: Form<string> = {
  accepts: `at least ${SECRET_BYTES} bytes`,
  parse(text) {
    if (PLACEHOLDERS.test(text)) throw new Error(`is a known placeholder; ${HOW_TO_MAKE_ONE}`);
    if (Buffer.byteLength(text) >= SECRET_BYTES) return text;
    throw new Error(`must have at least ${SECRET_BYTES} bytes; ${HOW_TO_MAKE_ONE}`);
  },
};

/** Null stands for nowhere. */
export const keyFile: Form<string | null> = {
  accepts: "a path, or `none`",
  parse: (text) => (text === "none" ? null : text),
};

export const helpLinks: Form<{ label: string; address: string }[]> = {
  accepts: "a comma list of `Label=https://…`, `tel:…` or `mailto:…`",
  parse: (text) => list(text).map(helpLink),
};

function helpLink(text: string): { label: string; address: string } {
  const [, label = "", address = ""] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (/^(https:\/\/|tel:|mailto:)\S+$/.test(address)) return { label: label.trim(), address };
  throw new Error(
    `“${text}” is no link; use a list such as Samaritans=tel:116123,Find a helpline=https://findahelpline.com`,
  );
}

export const adminPassword: Form<string> = {
  accepts: `at least ${PASSWORD_MIN_CHARS} characters`,
  parse(text) {
    if (text.length >= PASSWORD_MIN_CHARS) return text;
    throw new Error(`must have at least ${PASSWORD_MIN_CHARS} characters`);
  },
};

export const emailAddress: Form<string> = {
  accepts: "an e-mail address",
  parse(text) {
    if (/^[^\s@]+@[^\s@]+$/.test(text)) return text;
    throw new Error("must be an e-mail address such as admin@rageroom.com");
  },
};

/** Without the brackets of an address in a URL. */
export const host: Form<string> = {
  accepts: "an address or a name of this machine",
  parse(text) {
    if (text === "*") throw new Error("must be an address; use 0.0.0.0 or :: for every network");
    return text.replace(/^\[(.*)\]$/, "$1");
  },
};

export const origins: Form<string[]> = {
  accepts: "a comma list of origins such as `https://rage.example`, or `*`",
  parse: (text) => list(text).map(origin),
};

function origin(text: string): string {
  if (text === "*") return text;
  if (URL.canParse(text) && new URL(text).origin === text.replace(/\/$/, ""))
    return new URL(text).origin;
  throw new Error(
    `“${text}” is not an origin; use * or a list such as https://rage.example,https://www.rage.example`,
  );
}

export const ranges: Form<string[]> = {
  accepts: "a comma list of addresses and ranges such as `10.0.0.0/8`",
  parse: (text) => list(text).map(addressOrRange),
};

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

export const timeZone: Form<string> = {
  accepts: "an IANA name such as `Europe/Berlin`",
  parse(text) {
    if (isTimeZone(text)) return text;
    throw new Error(`“${text}” is not an IANA time zone; use a name such as Europe/Berlin`);
  },
};

export const logLevel: Form<LogLevel> = {
  accepts: LOG_LEVELS.map((level) => `\`${level}\``).join(", "),
  parse(text) {
    const level = LOG_LEVELS.find((known) => known === text.toLowerCase());
    if (level) return level;
    throw new Error(`must be one of ${LOG_LEVELS.join(", ")}`);
  },
};

const HSTS = ["on", "off", "subdomains"] as const;
export type Hsts = (typeof HSTS)[number];

export const hsts: Form<Hsts> = {
  accepts: HSTS.map((choice) => `\`${choice}\``).join(", "),
  parse(text) {
    const chosen = HSTS.find((known) => known === text);
    if (chosen) return chosen;
    throw new Error("must be on, off or subdomains");
  },
};

export const onOrOff: Form<boolean> = {
  accepts: "`on` or `off`",
  parse(text) {
    if (text === "on" || text === "off") return text === "on";
    throw new Error("must be on or off");
  },
};

export const wordList: Form<string[]> = { accepts: "a path", parse: readWordList };

export function atMost(chars: number): Form<string> {
  return {
    accepts: `at most ${chars} characters`,
    parse(text) {
      if (text.length <= chars) return text;
      throw new Error(`must have at most ${chars} characters`);
    },
  };
}

export function whole(min: number, max: number): Form<number> {
  return {
    accepts: `${min} to ${max}`,
    parse(text) {
      const number = Number(text);
      if (/^\d+$/.test(text) && number >= min && number <= max) return number;
      throw new Error(`must be a whole number from ${min} to ${max}`);
    },
  };
}

export const rate: Form<number> = {
  accepts: "a number over 0, such as `0.5`",
  parse(text) {
    const number = Number(text);
    if (/^\d{1,9}(\.\d{1,3})?$/.test(text) && number > 0) return number;
    throw new Error("must be a number over 0, such as 1 or 0.5");
  },
};

function list(text: string): string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
