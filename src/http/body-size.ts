import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { BODY_BYTES } from "../wire/limits.ts";
import { problem } from "./problem-json.ts";

export const ROTATION = "/api/admin/rotation";

export function bodyOfAtMost(maxSize: number): MiddlewareHandler {
  const onError = () => problem(413, "too_long", `A body has at most ${maxSize} bytes.`);
  return bodyLimit({ maxSize, onError });
}

const small = bodyOfAtMost(BODY_BYTES);

/**
 * The whole rotation is longer than any other body. Its call sets a limit of its own, after the
 * check of who calls: nobody else makes the room hold that much.
 */
export const smallBodies: MiddlewareHandler = (context, next) =>
  context.req.path === ROTATION ? next() : small(context, next);
