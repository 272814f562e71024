import type { Context } from "hono";
import { Refusal } from "../room/refusal.ts";

export const bearerSecurity = [{ bearer: [] }];

/** The token of a call (RFC 6750 §2.1); null where there is none. */
export function tokenIn(context: Context): string | null {
  const [scheme, token, ...rest] = (context.req.header("Authorization") ?? "").trim().split(/\s+/);
  return scheme?.toLowerCase() === "bearer" && token && rest.length === 0 ? token : null;
}

/** As `tokenIn`. Throws Refusal `not_signed_in` where there is none. */
export function bearerToken(context: Context): string {
  const token = tokenIn(context);
  if (token === null) throw new Refusal("not_signed_in", "Sign in first.");
  return token;
}
