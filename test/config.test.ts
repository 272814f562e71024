import { afterAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Config, ConfigError, readConfig } from "../src/config.ts";
import { USUAL_LIMITS } from "../src/room/speaking-limits.ts";

const SECRET = "h2K8x0Qm4Vt6Zr1Yc3Wp5Ln7Bd9Fg2Js";

/** The lines of what is wrong, or an empty list. */
function problems(env: Record<string, string>): string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split("\n");
    throw error;
  }
}

test("with nothing set, it is a room on this machine, in a SQLite file here", () => {
  const config = readConfig({});
  expect(config).toEqual({
    database: { dialect: "sqlite", file: "./messages.db", dayKey: "./messages.db.day" },
    secret: null,
    previousSecret: null,
    admin: { email: "admin@rageroom.com", password: null },
    allowedOrigins: ["*"],
    topic: { topic: expect.any(String), rules: expect.any(String) },
    host: "127.0.0.1",
    port: 8000,
    metrics: null,
    timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    timezoneGiven: false,
    messagesPerMinute: 25,
    speaking: USUAL_LIMITS,
    maxConnections: 10_000,
    trustedProxies: [],
    logLevel: "info",
    hsts: "on",
    embed: true,
    help: {
      text: "",
      links: [{ label: "findahelpline.com", address: "https://findahelpline.com/" }],
    },
    words: [],
    doubts: [],
  });
  expect(config.topic.topic).not.toBe("");
});

test("an empty variable is as good as none, and space around a value is not part of it", () => {
  const names = ["DATABASE_URL", "SECRET_KEY", "ADMIN_PASSWORD", "PORT", "TIMEZONE", "LOG_LEVEL"];
  expect(readConfig(Object.fromEntries(names.map((name) => [name, " "])))).toEqual(readConfig({}));
  expect(readConfig({ PORT: " 80 ", DAILY_TOPIC: " Bees\n" })).toMatchObject({
    port: 80,
    topic: { topic: "Bees" },
  });
});

test("metrics are served where a port is named for them, on this machine alone if no address is", () => {
  expect(readConfig({ METRICS_PORT: "9464" }).metrics).toEqual({ host: "127.0.0.1", port: 9464 });
  const env = { METRICS_PORT: "9464", METRICS_HOST: "[::]" };
  expect(readConfig(env).metrics).toEqual({ host: "::", port: 9464 });
});

test("a variable that looks like one that is read is named, unless that one is set", () => {
  const { doubts } = readConfig({
    MAX_CONECTIONS: "5",
    TRUSTED_PROXY: "10.0.0.1",
    TIME_ZONE: "UTC",
  });
  expect(
    doubts.map((doubt) => /^(\w+) is not read\. If (\w+) is meant/.exec(doubt)?.slice(1)),
  ).toEqual([
    ["MAX_CONECTIONS", "MAX_CONNECTIONS"],
    ["TRUSTED_PROXY", "TRUSTED_PROXIES"],
    ["TIME_ZONE", "TIMEZONE"],
  ]);
  const others = ["HOME", "PATH", "HOSTNAME", "LOGNAME", "HTTP_PROXY", "SECRET_KEY_BASE", "TZ"];
  expect(readConfig(Object.fromEntries(others.map((name) => [name, "x"]))).doubts).toEqual([]);
  expect(readConfig({ TIME_ZONE: "UTC", TIMEZONE: "UTC" }).doubts).toEqual([]);
});

test("metrics on the room's own port are refused by the variable's name", () => {
  expect(problems({ METRICS_PORT: "8000" })).toEqual([
    "METRICS_PORT: is PORT too; metrics need a port of their own",
  ]);
  expect(readConfig({ METRICS_PORT: "0", PORT: "0" }).metrics?.port).toBe(0);
});

test("the key of the day lies where it is said, or nowhere", () => {
  expect(readConfig({ DAY_KEY_FILE: "/run/room.day" }).database.dayKey).toBe("/run/room.day");
  expect(readConfig({ DAY_KEY_FILE: "none" }).database.dayKey).toBeNull();
});

test("help is the operator's: text and links, of addresses that a page may open", () => {
  const { help } = readConfig({
    HELP_TEXT: "Call us.",
    HELP_LINKS: "Samaritans=tel:116123, A friend=https://friend.example/?a=b",
  });
  expect(help).toEqual({
    text: "Call us.",
    links: [
      { label: "Samaritans", address: "tel:116123" },
      { label: "A friend", address: "https://friend.example/?a=b" },
    ],
  });
  expect(problems({ HELP_LINKS: "Bad=javascript:alert(1)" })[0]).toStartWith("HELP_LINKS: ");
});

describe("the list of words", () => {
  const place = mkdtempSync(join(tmpdir(), "words-"));
  afterAll(() => rmSync(place, { recursive: true }));
  const file = join(place, "words.txt");
  const withFile = (content: string | Uint8Array) => {
    writeFileSync(file, content);
    return { WORDLIST: file };
  };

  test("is a file with one entry a line, with comments and heads of languages", () => {
    const content =
      "\ufeff# ours\n\n[en]\nfoobar # not nice\r\n  go to hell\n[pt-BR]\nción\n傻逼\n";
    expect(readConfig(withFile(content)).words).toEqual(["foobar", "go to hell", "ción", "傻逼"]);
    expect(readConfig(withFile("")).words).toEqual([]);
  });

  test("is refused by the variable's name where it is not there, not UTF-8 or too short, beside what else is wrong", () => {
    const wrong = (env: Record<string, string>) => problems({ ...env, PORT: "x" });
    for (const [env, why] of [
      [{ WORDLIST: `${file}.not` }, "cannot be read"],
      [{ WORDLIST: tmpdir() }, "cannot be read"],
      [withFile(new Uint8Array([0x66, 0xfc, 0x72])), "is not UTF-8"],
    ] as const) {
      expect(wrong(env)).toEqual([
        expect.stringMatching(/^PORT: /),
        expect.stringMatching(new RegExp(`^WORDLIST: .*${why}`)),
      ]);
    }
    const short = wrong(withFile("good\nab\n# x\na-b\n---\n字\n"));
    expect(short[1]).toEndWith("an entry needs at least three letters: line 2, 4, 5, 6");
  });
});

const GOOD: [env: Record<string, string>, config: Partial<Config>][] = [
  [
    { DATABASE_URL: "sqlite:///./messages.db" },
    { database: { dialect: "sqlite", file: "./messages.db", dayKey: "./messages.db.day" } },
  ],
  [
    { DATABASE_URL: "sqlite:///data/room.db" },
    { database: { dialect: "sqlite", file: "data/room.db", dayKey: "data/room.db.day" } },
  ],
  [
    { DATABASE_URL: "sqlite:////var/room.db" },
    { database: { dialect: "sqlite", file: "/var/room.db", dayKey: "/var/room.db.day" } },
  ],
  [
    { DATABASE_URL: "sqlite:room.db" },
    { database: { dialect: "sqlite", file: "room.db", dayKey: "room.db.day" } },
  ],
  [
    { DATABASE_URL: "sqlite:/var/room.db" },
    { database: { dialect: "sqlite", file: "/var/room.db", dayKey: "/var/room.db.day" } },
  ],
  [
    { DATABASE_URL: "postgres://u:p%40@db.example:5433/room", SECRET_KEY: SECRET },
    {
      database: {
        dialect: "postgres",
        url: "postgres://u:p%40@db.example:5433/room",
        dayKey: "./room.day",
        secret: SECRET,
      },
      secret: SECRET,
    },
  ],
  [
    { DATABASE_URL: "postgresql://u@db.example/room", SECRET_KEY: SECRET },
    {
      database: {
        dialect: "postgres",
        url: "postgresql://u@db.example/room",
        dayKey: "./room.day",
        secret: SECRET,
      },
    },
  ],
  [{ SECRET_KEY: SECRET }, { secret: SECRET }],
  [{ SECRET_KEY: "é".repeat(16) }, { secret: "é".repeat(16) }],
  [{ SECRET_KEY: "secret of a room ".repeat(2) }, { secret: "secret of a room ".repeat(2).trim() }],
  [
    { ADMIN_EMAIL: "me@home", ADMIN_PASSWORD: "eight888" },
    { admin: { email: "me@home", password: "eight888" } },
  ],
  [{ ALLOWED_ORIGINS: "*" }, { allowedOrigins: ["*"] }],
  [
    { ALLOWED_ORIGINS: "https://rage.example/, http://localhost:3000 ," },
    { allowedOrigins: ["https://rage.example", "http://localhost:3000"] },
  ],
  [
    { DAILY_TOPIC: "x".repeat(200), DAILY_RULES: "y".repeat(500) },
    { topic: { topic: "x".repeat(200), rules: "y".repeat(500) } },
  ],
  [
    { HOST: "0.0.0.0", PORT: "0" },
    { host: "0.0.0.0", port: 0 },
  ],
  [
    { HOST: "::1", PORT: "65535" },
    { host: "::1", port: 65_535 },
  ],
  [{ TIMEZONE: "Europe/Berlin" }, { timezone: "Europe/Berlin" }],
  [{ TIMEZONE: "UTC" }, { timezone: "UTC" }],
  [{ TIMEZONE: "US/Eastern" }, { timezone: "US/Eastern" }],
  [
    { MESSAGES_PER_MINUTE: "1", MAX_CONNECTIONS: "1000000" },
    { messagesPerMinute: 1, maxConnections: 1_000_000 },
  ],
  [
    { TRUSTED_PROXIES: "127.0.0.1, 10.0.0.0/8,::1,fd00::/8" },
    { trustedProxies: ["127.0.0.1", "10.0.0.0/8", "::1", "fd00::/8"] },
  ],
  [{ LOG_LEVEL: "WARN" }, { logLevel: "warn" }],
  [{ HSTS: "off" }, { hsts: "off" }],
  [{ EMBED: "off" }, { embed: false }],
];

test.each(GOOD)("%j is accepted", (env, expected) => {
  expect(readConfig(env)).toMatchObject(expected);
});

const BAD: [name: string, values: string[], says: string][] = [
  [
    "DATABASE_URL",
    [
      "mysql://x/y",
      "messages.db",
      "sqlite:",
      "sqlite:///",
      "sqlite://messages.db",
      "postgres:room",
      "postgres://u@:x/",
    ],
    "sqlite:///./messages.db",
  ],
  ["DATABASE_URL", ["sqlite::memory:", "sqlite:///:memory:"], "must be a file"],
  ["DATABASE_URL", ["sqlite:///./messages.db?check_same_thread=False"], "takes no options"],
  ["DATABASE_URL", ["postgres://u:p@one.example,two.example/room"], "names several hosts"],
  [
    "DATABASE_URL",
    ["postgres://u@db.example/room?sslmode=verify-full&sslrootcert=/no/such"],
    "sslrootcert",
  ],
  ["SECRET_KEY", ["short", "x".repeat(31), "é".repeat(15)], "at least 32 bytes"],
  [
    "SECRET_KEY",
    ["your-secret-key-change-this", "YOUR_SECRET_KEY".repeat(4), "changeme".repeat(5)],
    "known placeholder",
  ],
  ["ADMIN_PASSWORD", ["seven77"], "at least 8 characters"],
  ["ADMIN_EMAIL", ["admin", "@home", "a b@c", "a@b@c"], "e-mail address"],
  [
    "ALLOWED_ORIGINS",
    [
      "rage.example",
      "https://rage.example/path",
      "https://a.example,nonsense",
      "null",
      "https://*.example/x",
    ],
    "is not an origin",
  ],
  ["HOST", ["*"], "0.0.0.0"],
  ["DAILY_TOPIC", ["x".repeat(201)], "at most 200"],
  ["DAILY_RULES", ["x".repeat(501)], "at most 500"],
  ["PORT", ["65536", "-1", "80.5", "1e3", "0x50", "http"], "from 0 to 65535"],
  ["TIMEZONE", ["Berlin", "Europe/Atlantis", "+01:00", "CET+1", "../etc"], "IANA time zone"],
  ["MESSAGES_PER_MINUTE", ["0", "-5", "many", "2.5"], "whole number"],
  ["MAX_CONNECTIONS", ["0", "1000001"], "from 1 to 1000000"],
  [
    "TRUSTED_PROXIES",
    ["proxy.example", "10.0.0.0/33", "127.0.0.1,nonsense", "::/129"],
    "address or range",
  ],
  ["LOG_LEVEL", ["loud", "trace"], "info"],
  ["HSTS", ["yes", "max-age=1"], "on, off or subdomains"],
  ["EMBED", ["yes", "0"], "on or off"],
];

test.each(
  BAD.flatMap(([name, values, says]) => values.map((value) => [name, value, says] as const)),
)("%s=%s is refused, by its name and with what is accepted", (name, value, says) => {
  const found = problems({ [name]: value }).filter((line) => line.startsWith(`${name}: `));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(says);
});

describe("the secret", () => {
  const database = { DATABASE_URL: "postgres://u@db.example/room" };

  test("must be set with PostgreSQL, and the refusal tells how to make one", () => {
    const [line = "", ...more] = problems(database);
    expect(line).toStartWith("SECRET_KEY: must be set with PostgreSQL");
    expect(line).toContain("openssl rand");
    expect(more).toEqual([]);
  });

  test("that is set and wrong is one problem, not two", () => {
    expect(problems({ ...database, SECRET_KEY: "short" })).toHaveLength(1);
  });

  test("is never repeated in what is said about it", () => {
    const [line] = problems({ SECRET_KEY: "hunter2" });
    expect(line).not.toContain("hunter2");
  });
});

describe("a secret in a file", () => {
  const place = mkdtempSync(join(tmpdir(), "secrets-"));
  afterAll(() => rmSync(place, { recursive: true }));
  const inFile = (name: string, content: string) => {
    const file = join(place, name);
    writeFileSync(file, content);
    return { [`${name}_FILE`]: file };
  };
  const database = "postgres://u:hush@db.example/room";

  test("is as good as in its variable, without the newline at the file's end", () => {
    for (const end of ["", "\n", "\r\n"]) {
      const env = {
        ...inFile("DATABASE_URL", database + end),
        ...inFile("SECRET_KEY", SECRET + end),
        ...inFile("ADMIN_PASSWORD", `a password${end}`),
      };
      expect(readConfig(env)).toEqual(
        readConfig({ DATABASE_URL: database, SECRET_KEY: SECRET, ADMIN_PASSWORD: "a password" }),
      );
    }
  });

  test("is refused beside its variable, which may be empty", () => {
    const env = inFile("SECRET_KEY", SECRET);
    expect(readConfig({ ...env, SECRET_KEY: " " }).secret).toBe(SECRET);
    expect(problems({ ...env, SECRET_KEY: SECRET })).toEqual([
      expect.stringMatching(/^SECRET_KEY_FILE: SECRET_KEY is set too/),
    ]);
  });

  test.each([
    ["is not there", () => join(place, "none"), "none cannot be read (ENOENT)"],
    ["is a folder", () => place, "cannot be read (EISDIR)"],
    ["is empty", () => inFile("EMPTY", "\n")["EMPTY_FILE"], "is empty"],
  ])("that %s is one problem, by the variable's name", (_, file, why) => {
    for (const name of ["DATABASE_URL_FILE", "SECRET_KEY_FILE", "ADMIN_PASSWORD_FILE"]) {
      const env = { [name]: file() ?? "" };
      const [line = "", ...more] = problems(env);
      expect({ line, more }).toEqual({ line: expect.stringContaining(why), more: [] });
      expect(line).toStartWith(`${name}: `);
    }
  });

  test("is never repeated in what is said about it", () => {
    const env = { ...inFile("SECRET_KEY", "hunter2"), ...inFile("DATABASE_URL", "hunter2") };
    expect(problems(env)).toHaveLength(2);
    expect(problems(env).join()).not.toContain("hunter2");
  });
});

test("everything that is wrong is reported together, a line for each variable", () => {
  const wrong = Object.fromEntries(BAD.map(([name, [value = ""]]) => [name, value]));
  const names = problems(wrong).map((line) => line.split(":")[0]);
  expect(names.toSorted()).toEqual(Object.keys(wrong).toSorted());
});
