import { createRoute } from "@hono/zod-openapi";
import { senderOf } from "../accounts/sender.ts";
import { ROOM } from "../room/commands.ts";
import { Refusal } from "../room/refusal.ts";
import { FirstAdmin, Setup, SetupForm } from "../wire/setup.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { account } from "./auth.ts";
import { tokenIn } from "./bearer.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";

const form = createRoute({
  method: "get",
  path: "/api/auth/setup",
  middleware: limited("GET /api/auth/setup", { sender: 30, range: 60 }),
  summary: "What the first form begins with, for the secret of the setup link as bearer",
  responses: {
    200: json(SetupForm, "The link is good, and stays so"),
    ...refusals(403, 503),
  },
});
const setup = createRoute({
  method: "post",
  path: "/api/auth/setup",
  middleware: limited("POST /api/auth/setup", { sender: 10, range: 10 }),
  summary: "Make the first admin, and today's topic and the zone where given",
  request: { body: body(Setup) },
  responses: {
    201: json(FirstAdmin, "The admin's account, signed in"),
    ...refusals(400, 403, 409, 422, 503),
  },
});

/** The first run. */
export function setupCalls({ accounts, room, isZoneGiven }: HttpParts): Calls {
  const calls = newCalls();
  const zoneFixed = async (): Promise<SetupForm["zone_fixed"]> => {
    if (isZoneGiven) return "variable";
    return (await room.counts()).today > 0 ? "said" : null;
  };
  calls.openapi(form, async (context) => {
    await accounts.checkSetup(tokenIn(context) ?? "");
    const { time, topic, rules, timezone } = room.today();
    return context.json({ time, topic, rules, timezone, zone_fixed: await zoneFixed() }, 200);
  });
  calls.openapi(setup, async (context) => {
    const { secret, topic, rules, timezone, ...registration } = context.req.valid("json");
    await accounts.checkSetup(secret);
    if (timezone !== undefined && timezone !== room.timezone) {
      if (isZoneGiven) throw zoneIsGiven();
      await room.do("chooseZone", { timezone }, ROOM);
    }
    const user = await accounts.setUp(secret, registration);
    const admin = senderOf(user);
    context.set("actor", admin);
    const { topic: before, rules: rulesBefore } = room.state;
    const isOther = topic !== undefined && topic !== before;
    if (isOther || (rules !== undefined && rules !== rulesBefore)) {
      await room.do("setTopic", { topic: topic ?? before, rules }, admin);
    }
    const access_token = await accounts.signIns.begin(user);
    return context.json({ ...account(user), access_token, token_type: "bearer" as const }, 201);
  });
  return calls;
}

function zoneIsGiven(): Refusal {
  return new Refusal("zone_fixed", "TIMEZONE names the room's zone; it is changed there.");
}
