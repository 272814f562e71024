import type { Context, MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import { z } from "zod";
import type { Source } from "../room/act-limits.ts";
import type { Logger, Sender } from "../room/ports.ts";
import { Refusal } from "../room/refusal.ts";
import { parseJson } from "../wire/json.ts";
import type { HttpEnv } from "./api.ts";

/** Each call that changes something: the event of its line, and how the line speaks of it. */
export const ACTS: Record<string, { event: string; what: string }> = {
  "POST /api/auth/register": { event: "registration", what: "A registration" },
  "POST /api/auth/login": { event: "sign_in", what: "A sign-in" },
  "POST /api/auth/logout": { event: "sign_out", what: "A sign-out" },
  "POST /api/auth/setup": { event: "setup", what: "The making of the first admin" },
  "POST /api/auth/password": { event: "password", what: "A change of a password" },
  "POST /api/auth/renew": { event: "renew", what: "The renewal of a sign-in" },
  "POST /api/auth/reset": { event: "reset", what: "The use of a reset link" },
  "POST /api/auth/logout-everywhere": {
    event: "sign_out_everywhere",
    what: "The end of all sign-ins of an account",
  },
  "POST /api/auth/second-step": {
    event: "second_step_begun",
    what: "The preparation of a second step",
  },
  "POST /api/auth/second-step/confirm": {
    event: "second_step_on",
    what: "The turning on of a second step",
  },
  "POST /api/auth/second-step/recovery-codes": {
    event: "recovery_codes",
    what: "The making of recovery codes",
  },
  "DELETE /api/auth/second-step": {
    event: "second_step_off",
    what: "The turning off of a second step",
  },
  "DELETE /api/auth/sign-ins/:id": { event: "sign_in_ended", what: "The end of a sign-in" },
  "DELETE /api/auth/me": { event: "leave", what: "The deletion of one's own account" },
  "DELETE /api/auth/me/messages": { event: "forget_me", what: "Forgetting one's own messages" },
  "POST /api/admin/topic": { event: "topic", what: "A change of the topic" },
  "PUT /api/admin/topics/:date": { event: "plan_topic", what: "The planning of a topic" },
  "DELETE /api/admin/topics/:date": {
    event: "unplan_topic",
    what: "Taking back a planned topic",
  },
  "PUT /api/admin/rotation": { event: "rotation", what: "A change of the rotation" },
  "DELETE /api/admin/message/:id": { event: "erase", what: "The deletion of a message" },
  "DELETE /api/admin/clear-messages": { event: "clear", what: "A clearing of the room" },
  "POST /api/admin/user/role": { event: "role", what: "A change of who is staff" },
  "POST /api/admin/user/reset": { event: "reset_opened", what: "The making of a reset link" },
  "DELETE /api/admin/user/:id": { event: "account_deleted", what: "The deletion of an account" },
  "DELETE /api/mod/messages/:id": { event: "erase", what: "The deletion of a message" },
  "DELETE /api/mod/messages/:id/sender": {
    event: "erase_sender",
    what: "The deletion of all that somebody said",
  },
  "POST /api/mod/reports/:message": { event: "report_settled", what: "A decision on a report" },
  "POST /api/mod/hidden/:act": { event: "hidden_settled", what: "A decision on what was hidden" },
  "POST /api/mod/sweep": { event: "sweep", what: "The deletion of what newcomers said" },
  "POST /api/mod/sanctions": { event: "sanction", what: "A mute or a ban" },
  "DELETE /api/mod/sanctions/:id": { event: "lift", what: "The end of a mute or a ban" },
  "PUT /api/mod/mode": { event: "mode", what: "A change of how messages are taken" },
  "POST /api/mod/undo": { event: "undo", what: "Bringing back what was deleted" },
  "POST /api/admin/user/ban": { event: "ban", what: "A ban, or its end," },
};

/**
 * A line of the log for each call that changes something or tries to: who, from where, to which
 * id, and how it went. Of what was sent, numbers and truth values alone: never a word of anybody's.
 * Other calls, and those that a limit stopped, are said at `debug`.
 */
export function audited(logger: Logger): MiddlewareHandler<HttpEnv> {
  return async (context, next) => {
    await next();
    const call = nameOf(context);
    const code = context.error instanceof Refusal ? context.error.code : undefined;
    // None where the call was refused before.
    const actor: Sender | undefined = context.get("actor");
    const source: Source | undefined = context.get("source");
    const line = {
      status: context.res.status,
      code,
      address: context.env.peer.address,
      by: actor?.key ?? source?.sender,
      request: context.env.requestId,
    };
    const act = ACTS[call];
    if (!act || code === "rate_limited") {
      logger.debug({ event: "call", call, ...line }, "A call was answered.");
    } else if (context.res.ok) {
      const ids = await idsOf(context);
      logger.info({ event: act.event, ...ids, ...line }, `${act.what} was done.`);
    } else {
      logger.info({ event: `${act.event}_refused`, ...line }, `${act.what} was refused.`);
    }
  };
}

/** By its route: an address that nobody serves may hold anything. */
function nameOf(context: Context): string {
  const route = matchedRoutes(context).find(({ method }) => method !== "ALL");
  return route ? `${route.method} ${route.path}` : context.req.method;
}

const Body = z.record(z.string(), z.unknown());

async function idsOf({ req }: Context<HttpEnv>): Promise<object> {
  const body = Body.safeParse(parseJson(await req.text())).data ?? {};
  const plain = Object.entries(body).filter(([, value]) => /number|boolean/.test(typeof value));
  // What was answered well named a number or a date there, or a sign-in, which is nobody's to read here.
  const ids = Object.entries(req.param())
    .map(([name, value]) => [name, name === "date" ? value : Number(value)])
    .filter(([, value]) => !Number.isNaN(value));
  return Object.fromEntries([...plain, ...ids]);
}
