/** Small parts of which calls are described, so that validation, types and reference stay one. */
import type { z } from "@hono/zod-openapi";
import { Problem } from "../wire/http.ts";

export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { description, content: { "application/json": { schema } } };
}

export function body<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { "application/json": { schema } } };
}

const REASONS = {
  400: "Taken already",
  401: "No token, or one that does not work",
  403: "Not allowed",
  404: "Not found",
  409: "Not as things are; `code` says why",
  422: "Not valid; `errors` lists each field",
  429: "Too many; `Retry-After` says when to try again",
  503: "Not available right now",
} as const;

type Refusals<Status extends keyof typeof REASONS> = Record<Status, ReturnType<typeof refusal>>;

/** Refusals leave by the error table, so handlers never return them. */
export function refusals<Status extends keyof typeof REASONS>(...statuses: Status[]) {
  const entries = statuses.map((status) => [status, refusal(status)] as const);
  return Object.fromEntries(entries) as Refusals<Status>;
}

function refusal(status: keyof typeof REASONS) {
  return {
    description: REASONS[status],
    content: { "application/problem+json": { schema: Problem } },
  };
}
