import { createRoute } from "@hono/zod-openapi";
import { senderOf } from "../accounts/sender.ts";
import type { User } from "../room/account-ports.ts";
import { accountKey } from "../room/keys.ts";
import { endOf, muteOf } from "../room/sanctions.ts";
import { refuseUnderShield } from "../room/shield.ts";
import { OwnAccountBody, SignInTry } from "../wire/accounts.ts";
import { Account, Done, Login, Registration, Token } from "../wire/http.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerSecurity, bearerToken } from "./bearer.ts";
import { done } from "./done.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";

const register = createRoute({
  method: "post",
  path: "/api/auth/register",
  middleware: limited("POST /api/auth/register", { sender: 10, range: 30 }),
  summary: "Make an account",
  request: { body: body(Registration) },
  responses: { 201: json(Account, "The account"), ...refusals(400, 422, 503) },
});
const login = createRoute({
  method: "post",
  path: "/api/auth/login",
  middleware: limited("POST /api/auth/login", { sender: 30, range: 120 }),
  summary: "Get a token, good for 24 hours",
  request: { body: body(SignInTry) },
  responses: { 200: json(Token, "The token"), ...refusals(401, 403, 422, 429, 503) },
});
const me = createRoute({
  method: "get",
  path: "/api/auth/me",
  middleware: limited("GET /api/auth/me", { sender: 120, range: 600 }),
  summary: "The account behind a token",
  security: bearerSecurity,
  responses: { 200: json(OwnAccountBody, "The account"), ...refusals(401, 403) },
});
const logout = createRoute({
  method: "post",
  path: "/api/auth/logout",
  middleware: limited("POST /api/auth/logout", { sender: 60, range: 300 }),
  summary: "End a token",
  security: bearerSecurity,
  responses: { 200: json(Done, "It works no longer"), ...refusals(401, 403, 503) },
});

const forget = createRoute({
  method: "delete",
  path: "/api/auth/me/messages",
  middleware: limited("DELETE /api/auth/me/messages", { sender: 6, range: 60 }),
  summary: "Delete everything the account said today, on every screen",
  security: bearerSecurity,
  responses: { 200: json(Done, "Forgotten"), ...refusals(401, 403, 503) },
});

/** Accounts and tokens. */
export function authCalls({ accounts, room, clock }: HttpParts): Calls {
  const calls = newCalls();
  calls.openapi(register, async (context) => {
    refuseUnderShield(room.state, clock.now());
    const user = await accounts.register(context.req.valid("json"));
    context.set("actor", senderOf(user));
    return context.json(account(user), 201);
  });
  calls.use("/api/auth/login", async (context, next) => {
    const tried = Login.pick({ email: true }).safeParse(await context.req.json().catch(() => null));
    if (tried.success && accounts.hasSignedIn(tried.data.email, context.env.peer.range)) {
      // Only wrong passwords at this account count: others there may try what they like.
      context.set("source", { sender: null, range: null });
    }
    await next();
  });
  calls.openapi(login, async (context) => {
    const { email, password, code } = context.req.valid("json");
    const { range } = context.env.peer;
    const { token, user } = await accounts.signIn(email, password, range, code);
    context.set("actor", senderOf(user));
    return context.json({ access_token: token, token_type: "bearer" as const }, 200);
  });
  calls.openapi(me, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    const mute = muteOf(room.state, accountKey(user.id), clock.now());
    const body = { ...account(user), is_moderator: user.isModerator };
    return context.json(mute ? { ...body, muted: endOf(mute) } : body, 200);
  });
  calls.openapi(logout, async (context) => {
    const signedIn = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(signedIn.user));
    await accounts.signOut(signedIn);
    return context.json({ message: "Signed out" }, 200);
  });
  calls.openapi(forget, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(user));
    const { act, count } = await room.do("eraseOwn", {}, senderOf(user));
    return context.json(done(`Forgot ${count} messages`, act), 200);
  });
  return calls;
}

export function account({ id, email, username, isAdmin, createdAt }: User) {
  return { id, email, username, is_admin: isAdmin, created_at: createdAt };
}
