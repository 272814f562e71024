/** What takes anything that anybody sends, without a socket: each throws where a promise is broken. */
import { SignedGuests } from "../../src/accounts/guests.ts";
import { hashOfRecoveryCode, periodOf } from "../../src/accounts/one-time-codes.ts";
import { SealedSecrets } from "../../src/accounts/sealed-secrets.ts";
import { SetupSecrets } from "../../src/accounts/setup-secrets.ts";
import { JwtTokens } from "../../src/accounts/tokens.ts";
import { AllowedOrigins } from "../../src/allowed-origins.ts";
import { ClientAddresses } from "../../src/client-address.ts";
import { ConfigError, readConfig } from "../../src/config.ts";
import { nameKey, normalizeName } from "../../src/room/names.ts";
import { Refusal } from "../../src/room/refusal.ts";
import { normalizeText } from "../../src/room/text.ts";
import { PasswordChange, SignInTry } from "../../src/wire/accounts.ts";
import { ClientFrame, PlainFrame } from "../../src/wire/frames.ts";
import { Registration, TopicChange } from "../../src/wire/http.ts";
import { parseJson } from "../../src/wire/json.ts";
import { virtualClock } from "../harness/clock.ts";
import { keptLog } from "../harness/room.ts";

/** Says what came of it. An input that brings something new is worth changing further. */
export type Target = (input: string) => string | Promise<string>;

const SECRET = "a secret of at least thirty-two bytes";
const clock = virtualClock("2026-03-01T11:00:00Z");
const parts = { clock, logger: keptLog().logger };
const tokens = new JwtTokens(SECRET, clock);
const guests = new SignedGuests(SECRET, clock);
const sealed = new SealedSecrets(SECRET);
const setup = new SetupSecrets(SECRET, clock);
const proxies = new ClientAddresses(["127.0.0.1", "10.0.0.0/8"], parts);
const origins = new AllowedOrigins(["https://rage.example"], "127.0.0.1", parts);

const CONTROL = /[\p{Cc}\p{Cs}]/u;

export const TARGETS: Record<string, Target> = {
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
  token: async (input) => {
    must((await tokens.read(input)) === null || (await isIssued(input)), "no token is made up");
    return "read";
  },
  pass: (input) => {
    const guest = guests.admit(input, "2026-03-01");
    must(guest.isNew || input === PASS, "no pass is made up");
    return guest.isNew ? "new" : "known";
  },
  secret: async (input) => {
    must(!setup.isGood(input) || input === SETUP, "no setup secret is made up");
    must((await sealed.open(1, input)) === null, "nothing opens that was not sealed");
    must(hashOfRecoveryCode(input).length === 64, "a recovery code is hashed, whatever it is");
    return `${periodOf("JBSWY3DPEHPK3PXP", input, clock.now()) === null}`;
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
};

const SETUP = setup.issue();
const PASS = guests.admit(undefined, "2026-03-01").pass;
const { token: TOKEN } = await tokens.issue({
  id: 7,
  tokenVersion: 0,
  isAdmin: false,
  isModerator: false,
});

/** What each is changed from. */
export const SEEDS: Record<string, readonly string[]> = {
  frame: [
    '{"type":"hello","token":"x","guest":"y","after":1}',
    '{"type":"say","ref":"1","text":"hello"}',
    '{"type":"erase","id":4}',
    '{"type":"feel","ids":[1,2]}',
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
  token: [TOKEN],
  pass: [PASS],
  secret: [SETUP, await sealed.seal(2, "JBSWY3DPEHPK3PXP"), "abcd-efgh-2345", "123456"],
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
};

async function isIssued(input: string): Promise<boolean> {
  // Base64 has spare bits at its end: another spelling of the same signature is the same token.
  return input.split(".").slice(0, 2).join() === TOKEN.split(".").slice(0, 2).join();
}

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

function must(holds: boolean, promise: string): void {
  if (!holds) fail(promise);
}

function fail(promise: string): never {
  throw new Error(`Broken: ${promise}.`);
}
