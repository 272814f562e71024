import { createRoute, z } from "@hono/zod-openapi";
import { senderOf } from "../accounts/sender.ts";
import { isoIn } from "../room/day.ts";
import {
  PasswordChange,
  PasswordConfirmed,
  RenewedToken,
  ResetUse,
  SignInBody,
  SignInParam,
} from "../wire/accounts.ts";
import { Done, Token } from "../wire/http.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerToken, bearerSecurity as security } from "./bearer.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";

const password = createRoute({
  method: "post",
  path: "/api/auth/password",
  middleware: limited("POST /api/auth/password", { sender: 10, range: 60 }),
  summary: "Change the password; every other sign-in ends, and the answer is a new token",
  security,
  request: { body: body(PasswordChange) },
  responses: { 200: json(Token, "The new token"), ...refusals(401, 403, 422, 429, 503) },
});
const renew = createRoute({
  method: "post",
  path: "/api/auth/renew",
  middleware: limited("POST /api/auth/renew", { sender: 30, range: 600 }),
  summary: "Get another token of the same sign-in, for 30 days from its beginning, staff for one",
  security,
  responses: { 200: json(RenewedToken, "The token"), ...refusals(401, 403, 503) },
});
const signIns = createRoute({
  method: "get",
  path: "/api/auth/sign-ins",
  middleware: limited("GET /api/auth/sign-ins", { sender: 60, range: 600 }),
  summary: "One's own sign-ins, the last used first",
  security,
  responses: { 200: json(z.array(SignInBody), "Sign-ins"), ...refusals(401, 403, 503) },
});
const endSignIn = createRoute({
  method: "delete",
  path: "/api/auth/sign-ins/{id}",
  middleware: limited("DELETE /api/auth/sign-ins/{id}", { sender: 60, range: 300 }),
  summary: "End one of one's own sign-ins",
  security,
  request: { params: SignInParam },
  responses: { 200: json(Done, "Ended"), ...refusals(401, 403, 404, 422, 503) },
});
const everywhere = createRoute({
  method: "post",
  path: "/api/auth/logout-everywhere",
  middleware: limited("POST /api/auth/logout-everywhere", { sender: 10, range: 60 }),
  summary: "End every sign-in of the account, this one too",
  security,
  responses: { 200: json(Done, "They work no longer"), ...refusals(401, 403, 503) },
});
const remove = createRoute({
  method: "delete",
  path: "/api/auth/me",
  middleware: limited("DELETE /api/auth/me", { sender: 10, range: 60 }),
  summary: "Delete the account and what it said today, for good",
  security,
  request: { body: body(PasswordConfirmed) },
  responses: { 200: json(Done, "Gone"), ...refusals(401, 403, 409, 422, 429, 503) },
});
const reset = createRoute({
  method: "post",
  path: "/api/auth/reset",
  middleware: limited("POST /api/auth/reset", { sender: 10, range: 30 }),
  summary: "Set a new password, with the secret of a reset link",
  request: { body: body(ResetUse) },
  responses: { 200: json(Done, "Set"), ...refusals(403, 422, 503) },
});

/** What somebody may do with the account they have. */
export function ownAccountCalls({ accounts, room }: HttpParts): Calls {
  const calls = newCalls();
  const { own, signIns: kept, resets } = accounts;
  calls.openapi(password, async (context) => {
    const signedIn = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(signedIn.user));
    const { password: old, new_password: next } = context.req.valid("json");
    const token = await own.changePassword(signedIn, old, next, context.env.peer.range);
    return context.json({ access_token: token, token_type: "bearer" as const }, 200);
  });
  calls.openapi(renew, async (context) => {
    const { token, expires } = await kept.renew(await accounts.identify(bearerToken(context)));
    const at = isoIn(room.timezone, expires);
    return context.json({ access_token: token, token_type: "bearer" as const, expires: at }, 200);
  });
  calls.openapi(signIns, async (context) => {
    const { user, tokenId } = await accounts.identify(bearerToken(context));
    const all = await kept.list(user);
    return context.json(
      all.map(({ id, since, used }) => ({
        id,
        since: isoIn(room.timezone, since),
        used: isoIn(room.timezone, used),
        current: id === tokenId,
      })),
      200,
    );
  });
  calls.openapi(endSignIn, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(user));
    await kept.end(user, context.req.valid("param").id);
    return context.json({ message: "Signed out there" }, 200);
  });
  calls.openapi(everywhere, async (context) => {
    const signedIn = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(signedIn.user));
    await own.endSignIns(signedIn);
    return context.json({ message: "Signed out everywhere" }, 200);
  });
  calls.openapi(remove, async (context) => {
    const signedIn = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(signedIn.user));
    const { password: given } = context.req.valid("json");
    const { count } = await own.delete(signedIn, given, context.env.peer.range);
    return context.json({ message: `Deleted the account and ${count} messages` }, 200);
  });
  calls.openapi(reset, async (context) => {
    const { secret, new_password: next } = context.req.valid("json");
    await resets.use(secret, next);
    return context.json({ message: "The password is set" }, 200);
  });
  return calls;
}
