/** The one table that gives every refusal its status, and the form in which errors leave (RFC 9457). */
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Meter } from "../room/meter.ts";
import type { Logger } from "../room/ports.ts";
import { Refusal, unavailable } from "../room/refusal.ts";
import { BannedRefusal, endOf } from "../room/sanctions.ts";
import type { RefusalCode } from "../wire/frames.ts";
import type { Problem } from "../wire/http.ts";

const STATUS = {
  invalid: 422,
  empty: 422,
  too_long: 422,
  too_many_lines: 422,
  control_character: 422,
  not_allowed: 422,
  not_plannable: 422,
  rate_limited: 429,
  banned: 403,
  muted: 403,
  slow_mode: 429,
  proof_required: 403,
  shield_up: 503,
  newcomer: 429,
  repeated: 429,
  name_taken: 409,
  email_taken: 400,
  username_taken: 400,
  wrong_credentials: 401,
  wrong_password: 403,
  code_needed: 401,
  wrong_code: 403,
  common_password: 422,
  too_many_attempts: 429,
  not_signed_in: 401,
  not_admin: 403,
  not_staff: 403,
  admin_protected: 403,
  last_admin: 409,
  not_found: 404,
  setup_closed: 403,
  zone_fixed: 409,
  reset_closed: 403,
  busy: 503,
  unavailable: 503,
} as const satisfies Record<RefusalCode, ContentfulStatusCode>;

const TITLES: Record<number, string> = {
  400: "Bad request",
  401: "Not signed in",
  403: "Not allowed",
  404: "Not found",
  405: "Not for this address",
  409: "Conflict",
  413: "Too large",
  415: "Not JSON",
  422: "Not valid",
  429: "Too many requests",
  503: "Not available",
};

export type FieldErrors = NonNullable<Problem["errors"]>;

export function problem(
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  more: Pick<Problem, "errors" | "until" | "reason"> = {},
): Response {
  const title = TITLES[status] ?? "Error";
  const body: Problem = { type: "about:blank", title, status, detail, code, ...more };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json" },
  });
}

export function notValid(errors: FieldErrors): Response {
  const [first] = errors;
  const detail = first ? `${first.field}: ${first.detail}` : "The request is not valid.";
  return problem(422, "invalid", detail, { errors });
}

/** What the log says of a call that could not be answered. */
interface Asked {
  req: { path: string };
  env: { requestId: string };
}

/** The edge at which everything thrown by a call becomes an answer. */
export function answerError(
  logger: Logger,
  meter: Meter,
): (error: Error, context: Asked) => Response {
  const refused = (refusal: Refusal) => {
    meter.refused(refusal.code);
    return answerOf(refusal);
  };
  return (error, context) => {
    if (error instanceof Refusal) return refused(error);
    if (error instanceof HTTPException && error.status === 400) {
      return notValid([{ field: "body", detail: "The body is not JSON." }]);
    }
    if (error instanceof HTTPException && error.status === 415) {
      return problem(415, "invalid", "A body is sent as application/json.");
    }
    // Whoever asked is gone: nobody reads this, and anybody could fill the log with it.
    if (error.name === "AbortError") {
      return problem(400, "invalid", "The body ended before it was whole.");
    }
    logger.error(
      { err: error, path: context.req.path, request: context.env.requestId },
      "A call could not be answered.",
    );
    return refused(unavailable());
  };
}

function answerOf(refusal: Refusal): Response {
  const { code, message, retryAfter } = refusal;
  const status = STATUS[code];
  const response = problem(status, code, message, banIn(refusal));
  if (status === 401) response.headers.set("WWW-Authenticate", "Bearer");
  if (retryAfter !== undefined) response.headers.set("Retry-After", `${Math.ceil(retryAfter)}`);
  return response;
}

function banIn(refusal: Refusal): Pick<Problem, "until" | "reason"> {
  return refusal instanceof BannedRefusal && refusal.ban ? endOf(refusal.ban) : {};
}
