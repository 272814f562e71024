import { createRoute } from "@hono/zod-openapi";
import { senderOf } from "../accounts/sender.ts";
import {
  PasswordConfirmed,
  RecoveryCodes,
  SecondStepBegun,
  SecondStepState,
  StepCode,
  StepConfirmed,
} from "../wire/accounts.ts";
import { Done } from "../wire/http.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerToken, bearerSecurity as security } from "./bearer.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";

const state = createRoute({
  method: "get",
  path: "/api/auth/second-step",
  middleware: limited("GET /api/auth/second-step", { sender: 60, range: 600 }),
  summary: "Whether the account asks for a code beside its password",
  security,
  responses: { 200: json(SecondStepState, "So it stands"), ...refusals(401, 403, 503) },
});
const begin = createRoute({
  method: "post",
  path: "/api/auth/second-step",
  middleware: limited("POST /api/auth/second-step", { sender: 10, range: 60 }),
  summary: "Get a secret for an authenticator app; nothing is asked for yet",
  security,
  request: { body: body(PasswordConfirmed) },
  responses: { 200: json(SecondStepBegun, "The secret"), ...refusals(401, 403, 422, 429, 503) },
});
const confirm = createRoute({
  method: "post",
  path: "/api/auth/second-step/confirm",
  middleware: limited("POST /api/auth/second-step/confirm", { sender: 30, range: 60 }),
  summary: "Turn it on with a code of that app; the answer is the recovery codes",
  security,
  request: { body: body(StepCode) },
  responses: { 200: json(RecoveryCodes, "The codes"), ...refusals(401, 403, 422, 429, 503) },
});
const renew = createRoute({
  method: "post",
  path: "/api/auth/second-step/recovery-codes",
  middleware: limited("POST /api/auth/second-step/recovery-codes", { sender: 10, range: 60 }),
  summary: "Get other recovery codes; those from before work no longer",
  security,
  request: { body: body(StepConfirmed) },
  responses: { 200: json(RecoveryCodes, "The codes"), ...refusals(401, 403, 404, 422, 429, 503) },
});
const end = createRoute({
  method: "delete",
  path: "/api/auth/second-step",
  middleware: limited("DELETE /api/auth/second-step", { sender: 10, range: 60 }),
  summary: "Turn it off, with the password and a code",
  security,
  request: { body: body(StepConfirmed) },
  responses: { 200: json(Done, "It is off"), ...refusals(401, 403, 422, 429, 503) },
});

/** A code beside the password, for whoever turns that on. */
export function secondStepCalls({ accounts }: HttpParts): Calls {
  const calls = newCalls();
  const { secondStep: step } = accounts;
  calls.openapi(state, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    const { on, codesLeft } = await step.state(user);
    return context.json({ on, recovery_codes: codesLeft }, 200);
  });
  calls.openapi(begin, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(user));
    const { password } = context.req.valid("json");
    return context.json(await step.begin(user, password, context.env.peer.range), 200);
  });
  calls.openapi(confirm, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(user));
    const { code } = context.req.valid("json");
    const codes = await step.turnOn(user, code, context.env.peer.range);
    return context.json({ recovery_codes: codes }, 200);
  });
  calls.openapi(renew, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(user));
    const { password, code } = context.req.valid("json");
    const codes = await step.renewCodes(user, password, code, context.env.peer.range);
    return context.json({ recovery_codes: codes }, 200);
  });
  calls.openapi(end, async (context) => {
    const { user } = await accounts.identify(bearerToken(context));
    context.set("actor", senderOf(user));
    const { password, code } = context.req.valid("json");
    await step.turnOff(user, password, code, context.env.peer.range);
    return context.json({ message: "The second step is off" }, 200);
  });
  return calls;
}
