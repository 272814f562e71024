import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Accounts } from "../accounts/accounts.ts";
import type { DayDestruction } from "../midnight/destruction.ts";
import type { Users } from "../room/account-ports.ts";
import type { ActLimits, Source } from "../room/act-limits.ts";
import type { DayFigures } from "../room/day-figures.ts";
import type { Meter } from "../room/meter.ts";
import type { Caller, Clock, Logger, NodeShare, Sender } from "../room/ports.ts";
import type { Room } from "../room/room.ts";
import type { TopicCalendar } from "../room/topic-calendar.ts";
import type { HelpBody } from "../wire/help.ts";
import { notValid } from "./problem-json.ts";

export interface Pages {
  /** Undefined for what is none of its paths. */
  respond(request: Request): Response | undefined;
}

/** From the first answer to the last. */
export type Phase = "starting" | "open" | "draining";

/** What the operator decides of it. */
interface HttpSettings {
  allowedOrigins: readonly string[];
  /** Whether browsers that came by TLS are told to come by nothing else, to the subdomains too. */
  hsts: "on" | "off" | "subdomains";
  /** Whether there is a page for frames of other sites, which then are those of `allowedOrigins`. */
  embed: boolean;
}

export interface HttpParts {
  room: Room;
  accounts: Accounts;
  users: Pick<Users, "count" | "page">;
  help: HelpBody;
  /** Whether TIMEZONE names the room's zone. */
  isZoneGiven: boolean;
  destruction: Pick<DayDestruction, "receipts">;
  topics: Pick<TopicCalendar, "ahead">;
  online: () => number;
  /** The address of the room as somebody elsewhere finds it. */
  outside: () => URL;
  figures: Pick<DayFigures, "today">;
  /** How many people each node holds. */
  nodes: () => Promise<NodeShare[]>;
  clock: Clock;
  phase: () => Phase;
  /** Still being built when the room opens: only who asks for a page waits for it. */
  pages: Promise<Pages>;
  settings: HttpSettings;
  logger: Logger;
  meter: Meter;
}

export type HttpEnv = {
  /** `isSecure`: the client speaks TLS. */
  Bindings: { peer: Caller; limits: ActLimits; isSecure: boolean; requestId: string };
  Variables: {
    /** Whom limits count. */
    source: Source;
    /** Who acts, once that is known. */
    actor: Sender;
  };
};
export type Calls = OpenAPIHono<HttpEnv>;

/** A group of calls whose failed validations all answer alike. */
export function newCalls(): Calls {
  return new OpenAPIHono<HttpEnv>({
    defaultHook: (result) => (result.success ? undefined : notValid(fieldErrors(result.error))),
  });
}

function fieldErrors(error: z.ZodError) {
  return error.issues.map((issue) => ({
    field: issue.path.join(".") || "body",
    detail: sentence(issue),
  }));
}

const TYPES: Record<string, string> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  object: "an object",
};

/** What our schemas say is a sentence; where they leave the words to zod, these are for readers. */
function sentence(issue: z.core.$ZodIssue): string {
  if (issue.message.endsWith(".")) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return `This must be ${TYPES[issue.expected] ?? issue.expected}.`;
    case "too_small":
      return `This must be at least ${issue.minimum}${unit(issue.origin)}.`;
    case "too_big":
      return `This must be at most ${issue.maximum}${unit(issue.origin)}.`;
    default:
      return "This is not accepted.";
  }
}

function unit(origin: string): string {
  return origin === "string" ? " characters long" : "";
}
