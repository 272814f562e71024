/** What takes anything that anybody sends, and holds no key: each throws where a promise is broken. */
import { AllowedOrigins } from "../../src/allowed-origins.ts";
import { ClientAddresses, parseRange, rangeOf } from "../../src/client-address.ts";
import { ConfigError, readConfig } from "../../src/config.ts";
import { requestIdOf } from "../../src/http/request-id.ts";
import { nameKey, normalizeName } from "../../src/room/names.ts";
import { Refusal } from "../../src/room/refusal.ts";
import { normalizeText } from "../../src/room/text.ts";
import { WordList } from "../../src/room/word-list.ts";
import { PasswordChange, SignInTry } from "../../src/wire/accounts.ts";
import { ClientFrame, PlainFrame } from "../../src/wire/frames.ts";
import { HistoryQuery, ListQuery, Registration, TopicChange } from "../../src/wire/http.ts";
import { parseJson } from "../../src/wire/json.ts";
import { PAGE_MESSAGES } from "../../src/wire/limits.ts";
import { virtualClock } from "../harness/clock.ts";
import { fail, must, type Target } from "./promise.ts";

const clock = virtualClock("2026-03-01T11:00:00Z");
const silent = () => undefined;
const logger = { debug: silent, info: silent, warn: silent, error: silent };
const parts = { clock, logger };
const proxies = new ClientAddresses(["127.0.0.1", "10.0.0.0/8"], parts);
const origins = new AllowedOrigins(["https://rage.example"], "127.0.0.1", parts);
const words = new WordList(["slurword", "two words", "禁止"]);

const CONTROL = /[\p{Cc}\p{Cs}]/u;

export const PARSERS: Record<string, Target> = {
  frame: (input) => {
    const data = parseJson(input);
    return [ClientFrame, PlainFrame, Registration, SignInTry, PasswordChange, TopicChange]
      .map((schema) => {
        const parsed = schema.safeParse(data);
        const [issue] = parsed.error?.issues ?? [];
        return issue ? `${issue.code} ${issue.path.slice(0, 2).join(".").slice(0, 40)}` : "taken";
      })
      .join();
  },
  text: (input) => {
    const text = refusalOr(() => normalizeText(input));
    if (text instanceof Refusal) return text.code;
    must(normalizeText(text) === text, "the stored form of a stored form is itself");
    must(!CONTROL.test(text.replaceAll("\n", "")), "no control character is stored");
    must(Buffer.byteLength(text) <= 40_000, "a stored text fits a frame");
    return `${Math.ceil(Math.log2(text.length + 1))}`;
  },
  name: (input) => {
    const name = refusalOr(() => normalizeName(input));
    if (name instanceof Refusal) return name.code;
    must(normalizeName(name) === name, "a shown name is shown as it is");
    must(!/[\n\r]/.test(name) && !CONTROL.test(name), "a name is on one line");
    must(nameKey(nameKey(name)) === nameKey(name), "a key is its own key");
    return `${name.length}`;
  },
  forwarded: (input) => {
    const headers = headersOf({ "X-Forwarded-For": input, Forwarded: input });
    if (headers === null) return "no header";
    const request = new Request("http://room/", { headers });
    const near = proxies.of(request, "127.0.0.1");
    const far = proxies.of(request, "192.0.2.1");
    must(far.address === "192.0.2.1", "a stranger's word for an address is not taken");
    return /^[\da-f:.]+(\/64)?$/.test(near.address) ? `${near.address.length}` : fail(near.address);
  },
  origin: (input) => {
    const headers = headersOf({ Origin: input, Host: "rage.example" });
    if (headers === null) return "no header";
    const isAllowed = origins.allow(new Request("http://room/", { headers }));
    const given = headers.get("origin") ?? "";
    const isOurs = URL.canParse(given) && new URL(given).hostname === "rage.example";
    must(!isAllowed || isOurs, "no other origin is let in");
    return `${isAllowed}`;
  },
  variables: (input) => {
    const names = [
      "DATABASE_URL",
      "ALLOWED_ORIGINS",
      "TRUSTED_PROXIES",
      "HELP_LINKS",
      "TIMEZONE",
      "HOST",
      "PORT",
    ];
    return names
      .map((name) => {
        try {
          readConfig({ [name]: input });
          return "taken";
        } catch (error) {
          if (error instanceof ConfigError)
            return error.message.includes(name) ? "refused" : "other";
          throw error;
        }
      })
      .join();
  },
  words: (input) => {
    const { found, steps } = words.search(input);
    must(steps <= 12 * (input.normalize("NFKD").length + 2), "a search takes steps by the letters");
    must(words.search(`x ${input} slurword x`).found, "a word is found whatever stands beside it");
    return `${found} ${Math.ceil(Math.log2(steps + 1))}`;
  },
  query: (input) => {
    if (!URL.canParse(input, "http://room/")) return "no address";
    const { searchParams } = new URL(input, "http://room/");
    const query = Object.fromEntries(searchParams);
    const history = HistoryQuery.safeParse(query);
    must(!history.success || history.data.limit <= PAGE_MESSAGES, "a page has a bound");
    must(!history.success || Number.isSafeInteger(history.data.before ?? 0), "a place is whole");
    return `${history.success} ${ListQuery.safeParse(query).success}`;
  },
  range: (input) => {
    const range = rangeOf(input);
    // What is no address stands for itself.
    must(range === input || rangeOf(range.split("/")[0] ?? "") === range, "a range is its own");
    try {
      const [address, bits] = parseRange(input);
      must(bits >= 0 && bits <= address.toByteArray().length * 8, "a range has its bits");
      return address.kind();
    } catch {
      return "refused"; // As whoever reads the variables takes it.
    }
  },
  requestId: (input) => {
    const headers = headersOf({ "X-Request-Id": input });
    if (headers === null) return "no header";
    const request = new Request("http://room/", { headers });
    const id = requestIdOf(request, true);
    must(/^[\w.-]{1,64}$/.test(id), "a request's id is short and plain");
    must(requestIdOf(request, false) !== input, "a stranger names no request");
    return `${id === input}`;
  },
};

/** What each is changed from. */
export const PARSER_SEEDS: Record<string, readonly string[]> = {
  frame: [
    '{"type":"hello","token":"x","guest":"y","after":1}',
    '{"type":"say","ref":"1","text":"hello"}',
    '{"type":"erase","id":4}',
    '{"type":"felt","id":1}',
    '{"type":"look","at":"back","after":2}',
    '{"type":"report","id":3}',
    '{"email":"a@example.com","username":"ann","password":"a password of ann"}',
    '{"user":"Ann","text":"plain"}',
    '{"topic":"Bees","rules":"None"}',
  ],
  text: [
    "Hello there.",
    "two\nlines\n\n\nand more",
    "مرحبا بكم",
    "👩‍👩‍👧‍👦 and e\u0301",
    " outer space ",
  ],
  name: ["Ann", "аdmin", "System", "Ann  Lee", "ﬁne", "Ⅳ"],
  forwarded: [
    "203.0.113.7",
    "203.0.113.7, 10.0.0.2",
    '"[2001:db8::1]:443"',
    "for=192.0.2.9;proto=https",
    "::ffff:10.0.0.1",
  ],
  origin: [
    "https://rage.example",
    "https://rage.example.evil.example",
    "null",
    "http://rage.example:8000",
    "HTTPS://RAGE.EXAMPLE",
  ],
  variables: [
    "sqlite:///./messages.db",
    "postgres://u:p@h:5432/d?x=1",
    "https://a.example,https://b.example",
    "10.0.0.0/8,::1",
    "Help=https://h.example/",
    "Europe/Berlin",
    "8000",
  ],
  words: [
    "a slurword",
    "s l u r w o r d",
    "Ѕlurwоrd",
    "two  words",
    "これは禁止です",
    "sl\u0301urword",
  ],
  query: [
    "/api/messages?before=10&limit=5",
    "?skip=0&limit=100",
    "?limit=1&limit=2",
    "/?before=%31",
  ],
  range: ["10.0.0.0/8", "2001:db8::/56", "::ffff:10.0.0.1", "127.1", "fe80::1%eth0"],
  requestId: ["9f1c-2.a_b", "the proxy's"],
};

function headersOf(fields: Record<string, string>): Headers | null {
  try {
    return new Headers(fields);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function refusalOr<Value>(work: () => Value): Value | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
