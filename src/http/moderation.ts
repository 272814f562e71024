import { createRoute, z } from "@hono/zod-openapi";
import { senderOf } from "../accounts/sender.ts";
import { endOf, isoIn } from "../room/day.ts";
import { sanctionsAt } from "../room/sanctions.ts";
import { type Shield, shieldAt } from "../room/shield.ts";
import {
  AuditAct,
  AuditQuery,
  Done,
  IdParam,
  ModeChange,
  Removed,
  RoomMode,
  SanctionInForce,
  SanctionPlaced,
  SanctionWanted,
  Undo,
} from "../wire/http.ts";
import { Sweep } from "../wire/reports.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { bearerToken, bearerSecurity as security } from "./bearer.ts";
import { done, removed } from "./done.ts";
import { hiddenCalls } from "./hidden.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";
import { reportCalls } from "./reports.ts";

const erase = createRoute({
  method: "delete",
  path: "/api/mod/messages/{id}",
  middleware: limited("DELETE /api/mod/messages/{id}", { sender: 60, range: 300 }),
  summary: "Delete a message, on every screen",
  security,
  request: { params: IdParam },
  responses: { 200: json(Done, "Deleted"), ...refusals(401, 403, 404, 422, 503) },
});
const eraseSender = createRoute({
  method: "delete",
  path: "/api/mod/messages/{id}/sender",
  middleware: limited("DELETE /api/mod/messages/{id}/sender", { sender: 60, range: 300 }),
  summary: "Delete everything that the sender of a message said today",
  security,
  request: { params: IdParam },
  responses: { 200: json(Removed, "Deleted"), ...refusals(401, 403, 404, 422, 503) },
});
const sweep = createRoute({
  method: "post",
  path: "/api/mod/sweep",
  middleware: limited("POST /api/mod/sweep", { sender: 60, range: 300 }),
  summary: "Delete everything that newcomers said since an instant",
  security,
  request: { body: body(Sweep) },
  responses: { 200: json(Removed, "Deleted"), ...refusals(401, 403, 422, 503) },
});
const undo = createRoute({
  method: "post",
  path: "/api/mod/undo",
  middleware: limited("POST /api/mod/undo", { sender: 60, range: 300 }),
  summary: "Bring back what one's own call took away, for an admin anybody's, within five seconds",
  security,
  request: { body: body(Undo) },
  responses: { 200: json(Done, "Brought back"), ...refusals(401, 403, 404, 422, 503) },
});
const sanction = createRoute({
  method: "post",
  path: "/api/mod/sanctions",
  middleware: limited("POST /api/mod/sanctions", { sender: 60, range: 300 }),
  summary: "Mute or ban the sender of a message, or an account",
  security,
  request: { body: body(SanctionWanted) },
  responses: { 201: json(SanctionPlaced, "In force"), ...refusals(401, 403, 404, 422, 503) },
});
const sanctions = createRoute({
  method: "get",
  path: "/api/mod/sanctions",
  middleware: limited("GET /api/mod/sanctions", { sender: 120, range: 600 }),
  summary: "Who is muted or banned now, newest first",
  security,
  responses: { 200: json(z.array(SanctionInForce), "Sanctions"), ...refusals(401, 403) },
});
const lift = createRoute({
  method: "delete",
  path: "/api/mod/sanctions/{id}",
  middleware: limited("DELETE /api/mod/sanctions/{id}", { sender: 60, range: 300 }),
  summary: "End a mute or a ban now",
  security,
  request: { params: IdParam },
  responses: { 200: json(Done, "Lifted"), ...refusals(401, 403, 404, 422, 503) },
});
const mode = createRoute({
  method: "get",
  path: "/api/mod/mode",
  middleware: limited("GET /api/mod/mode", { sender: 120, range: 600 }),
  summary: "How the room takes messages now",
  security,
  responses: { 200: json(RoomMode, "The mode"), ...refusals(401, 403) },
});
const setMode = createRoute({
  method: "put",
  path: "/api/mod/mode",
  middleware: limited("PUT /api/mod/mode", { sender: 60, range: 300 }),
  summary: "Make each sender wait between two messages, or raise the shield; 0 ends either",
  security,
  request: { body: body(ModeChange) },
  responses: { 200: json(RoomMode, "The mode from now on"), ...refusals(401, 403, 422, 503) },
});
const audit = createRoute({
  method: "get",
  path: "/api/mod/audit",
  middleware: limited("GET /api/mod/audit", { sender: 120, range: 600 }),
  summary: "What staff did in the last 90 days, newest first; `before` pages backwards",
  security,
  request: { query: AuditQuery },
  responses: { 200: json(z.array(AuditAct), "Acts"), ...refusals(401, 403, 422, 503) },
});

/** What staff may call. The right is checked before anything of the request is looked at. */
export function moderationCalls(parts: HttpParts): Calls {
  const { room, accounts, clock } = parts;
  const calls = newCalls();
  calls.use("/api/mod/*", async (context, next) => {
    const { user } = await accounts.identifyStaff(bearerToken(context));
    context.set("actor", senderOf(user));
    await next();
  });
  calls.route("/", reportCalls(parts));
  calls.route("/", hiddenCalls(parts));
  calls.openapi(erase, async (context) => {
    const { id } = context.req.valid("param");
    const { act } = await room.do("erase", { id }, context.get("actor"));
    return context.json(done(`Deleted message ${id}`, act), 200);
  });
  calls.openapi(eraseSender, async (context) => {
    const { id } = context.req.valid("param");
    return context.json(removed(await room.do("eraseSender", { id }, context.get("actor"))), 200);
  });
  calls.openapi(sweep, async (context) => {
    const since = Date.parse(context.req.valid("json").since);
    return context.json(removed(await room.do("sweep", { since }, context.get("actor"))), 200);
  });
  calls.openapi(undo, async (context) => {
    const count = await room.do("undo", context.req.valid("json"), context.get("actor"));
    return context.json({ message: `Brought back ${count} messages` }, 200);
  });
  const written = (at: number | null) => (at === null ? null : isoIn(room.timezone, at));
  calls.openapi(sanction, async (context) => {
    const { kind, message = null, user_id: userId = null, ...how } = context.req.valid("json");
    const { minutes = null, reason = null } = how;
    const midnight = endOf(room.state.day, room.timezone);
    const input = { kind, message, userId, minutes, reason, midnight };
    const { act, count, ...placed } = await room.do("sanction", input, context.get("actor"));
    const { id, name, until } = placed;
    const body = { id, kind, name, until: written(until), removed: count };
    return context.json(act === null ? body : { ...body, undo: act }, 201);
  });
  calls.openapi(sanctions, (context) => {
    const now = sanctionsAt(room.state, clock.now());
    return context.json(
      now.map(({ id, kind, name, userId, until, reason, at }) => ({
        id,
        kind,
        name,
        user_id: userId,
        until: written(until),
        reason,
        at: isoIn(room.timezone, at),
      })),
      200,
    );
  });
  calls.openapi(lift, async (context) => {
    const { id } = context.req.valid("param");
    await room.do("liftSanction", { id }, context.get("actor"));
    return context.json({ message: `Lifted ${id}` }, 200);
  });
  const modeOf = (slow_seconds: number, shield: Shield | null) => ({
    slow_seconds,
    shield: {
      on: shield !== null,
      until: written(shield?.until ?? null),
      raised_by: shield?.raisedBy ?? null,
    },
  });
  calls.openapi(mode, (context) => {
    const { state } = room;
    return context.json(modeOf(state.slowSeconds, shieldAt(state, clock.now())), 200);
  });
  calls.openapi(setMode, async (context) => {
    const { slow_seconds: seconds, shield_minutes: minutes } = context.req.valid("json");
    const actor = context.get("actor");
    let { slowSeconds } = room.state;
    let shield = shieldAt(room.state, clock.now());
    if (seconds !== undefined) {
      await room.do("setSlowMode", { seconds }, actor);
      slowSeconds = seconds;
    }
    if (minutes !== undefined) shield = await room.do("setShield", { minutes }, actor);
    return context.json(modeOf(slowSeconds, shield), 200);
  });
  calls.openapi(audit, async (context) => {
    const { before, limit } = context.req.valid("query");
    const acts = await room.audit(limit, before);
    return context.json(
      acts.map((act) => ({
        ...act,
        at: isoIn(room.timezone, act.at),
        until: written(act.until),
      })),
      200,
    );
  });
  return calls;
}
