import type { Context } from "hono";
import { Refusal } from "../room/refusal.ts";

export const bearerSecurity = [{ bearer: [] }];

/** The token of a call (RFC 6750 §2.1). Throws Refusal `not_signed_in`. */
export function bearerToken(context: Context): string {
  const [scheme, token, ...rest] = (context.req.header("Authorization") ?? "").trim().split(/\s+/);
  if (scheme?.toLowerCase() === "bearer" && token && rest.length === 0) return token;
  throw new Refusal("not_signed_in", "Sign in first.");
}
