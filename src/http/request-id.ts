/** A name for each request, by which an answer and the lines of the log about it are found. */
import type { MiddlewareHandler } from "hono";
import { Problem } from "../wire/http.ts";
import type { HttpEnv } from "./api.ts";

const HEADER = "X-Request-Id";
/** What a proxy makes; short and plain, so that nobody can fill the log or forge a line of it. */
const PROXYS = /^[\w.-]{1,64}$/;

/** That of a proxy which is trusted, else a new one. */
export function requestIdOf({ headers }: Request, isFromProxy: boolean): string {
  const given = headers.get(HEADER) ?? "";
  return isFromProxy && PROXYS.test(given) ? given : crypto.randomUUID();
}

/** Every answer names its request in a header, and a refusal in its body too. */
export const identified: MiddlewareHandler<HttpEnv> = async (context, next) => {
  await next();
  const { requestId } = context.env;
  const { res } = context;
  if (res.headers.get("Content-Type") === "application/problem+json") {
    const refusal: Problem = { ...Problem.parse(await res.json()), request_id: requestId };
    context.res = new Response(JSON.stringify(refusal), res);
  }
  context.header(HEADER, requestId);
};
