import { createRoute, z } from "@hono/zod-openapi";
import { senderOf } from "../accounts/sender.ts";
import {
  AdminMessage,
  AdminUser,
  Ban,
  Done,
  IdParam,
  ListQuery,
  Role,
  Stats,
  TopicChange,
  TopicChanged,
  UsersQuery,
} from "../wire/http.ts";
import { addAccountCalls } from "./admin-accounts.ts";
import { type Calls, type HttpParts, newCalls } from "./api.ts";
import { account } from "./auth.ts";
import { bearerSecurity, bearerToken } from "./bearer.ts";
import { done } from "./done.ts";
import { figureCalls } from "./figures.ts";
import { limited } from "./limited.ts";
import { body, json, refusals } from "./openapi.ts";
import { historyMessage } from "./public.ts";
import { topicCalls } from "./topics.ts";

const security = bearerSecurity;
const stats = createRoute({
  method: "get",
  path: "/api/admin/stats",
  middleware: limited("GET /api/admin/stats", { sender: 120, range: 600 }),
  summary: "Figures",
  security,
  responses: { 200: json(Stats, "Figures"), ...refusals(401, 403, 503) },
});
const messages = createRoute({
  method: "get",
  path: "/api/admin/messages",
  middleware: limited("GET /api/admin/messages", { sender: 120, range: 600 }),
  summary: "Today's messages, newest first",
  security,
  request: { query: ListQuery },
  responses: { 200: json(z.array(AdminMessage), "Messages"), ...refusals(401, 403, 422, 503) },
});
const users = createRoute({
  method: "get",
  path: "/api/admin/users",
  middleware: limited("GET /api/admin/users", { sender: 120, range: 600 }),
  summary: "Accounts, oldest first; `search` by how a name or an e-mail address begins",
  security,
  request: { query: UsersQuery },
  responses: { 200: json(z.array(AdminUser), "Accounts"), ...refusals(401, 403, 422, 503) },
});
const topic = createRoute({
  method: "post",
  path: "/api/admin/topic",
  middleware: limited("POST /api/admin/topic", { sender: 60, range: 300 }),
  summary: "Change today's topic, and the rules where given, for everyone",
  security,
  request: { body: body(TopicChange) },
  responses: { 200: json(TopicChanged, "Changed"), ...refusals(401, 403, 422, 503) },
});
const erase = createRoute({
  method: "delete",
  path: "/api/admin/message/{id}",
  middleware: limited("DELETE /api/admin/message/{id}", { sender: 60, range: 300 }),
  summary: "Delete a message, on every screen",
  security,
  request: { params: IdParam },
  responses: { 200: json(Done, "Deleted"), ...refusals(401, 403, 404, 422, 503) },
});
const clear = createRoute({
  method: "delete",
  path: "/api/admin/clear-messages",
  middleware: limited("DELETE /api/admin/clear-messages", { sender: 60, range: 300 }),
  summary: "Delete everything said today",
  security,
  responses: { 200: json(Done, "Cleared"), ...refusals(401, 403, 503) },
});
const ban = createRoute({
  method: "post",
  path: "/api/admin/user/ban",
  middleware: limited("POST /api/admin/user/ban", { sender: 60, range: 300 }),
  summary: "Ban an account, or lift its ban",
  security,
  request: { body: body(Ban) },
  responses: { 200: json(Done, "Done"), ...refusals(401, 403, 404, 422, 503) },
});
const role = createRoute({
  method: "post",
  path: "/api/admin/user/role",
  middleware: limited("POST /api/admin/user/role", { sender: 60, range: 300 }),
  summary: "Make an account an admin or a moderator, or one of these an account like others",
  security,
  request: { body: body(Role) },
  responses: { 200: json(Done, "Done"), ...refusals(401, 403, 404, 409, 422, 503) },
});

/** What admins may call. The right is checked before anything of the request is looked at. */
export function adminCalls(parts: HttpParts): Calls {
  const { room, accounts, users: store, online } = parts;
  const calls = newCalls();
  calls.use("/api/admin/*", async (context, next) => {
    const { user } = await accounts.identifyAdmin(bearerToken(context));
    context.set("actor", senderOf(user));
    await next();
  });
  calls.route("/", topicCalls(parts));
  calls.route("/", figureCalls(parts));
  calls.openapi(stats, async (context) => {
    const counts = await room.counts();
    const { topic: current_topic, rules: current_rules, timezone, wipes_at } = room.today();
    return context.json(
      {
        total_users: await store.count(),
        total_messages: counts.today,
        today_messages: counts.today,
        messages_last_minute: counts.recent,
        connected_clients: online(),
        current_topic,
        current_rules,
        timezone,
        wipes_at,
      },
      200,
    );
  });
  calls.openapi(messages, async (context) => {
    const { skip, limit } = context.req.valid("query");
    const found = await room.newest(skip, limit);
    const list = found.map((message) => ({
      ...historyMessage(message),
      date_created: message.day,
      user_id: message.userId,
    }));
    return context.json(list, 200);
  });
  calls.openapi(users, async (context) => {
    const { skip, limit, search, sort } = context.req.valid("query");
    const found = await store.page(skip, limit, { search: search || null, sort });
    return context.json(
      found.map((user) => ({
        ...account(user),
        is_active: user.isActive,
        is_moderator: user.isModerator,
      })),
      200,
    );
  });
  calls.openapi(topic, async (context) => {
    const wanted = context.req.valid("json");
    const changed = await room.do("setTopic", wanted, context.get("actor"));
    return context.json({ message: "Topic changed", ...changed }, 200);
  });
  calls.openapi(erase, async (context) => {
    const { id } = context.req.valid("param");
    const { act } = await room.do("erase", { id }, context.get("actor"));
    return context.json(done(`Deleted message ${id}`, act), 200);
  });
  calls.openapi(clear, async (context) => {
    const { act, count } = await room.do("clear", {}, context.get("actor"));
    return context.json(done(`Cleared ${count} messages`, act), 200);
  });
  calls.openapi(ban, async (context) => {
    const { user_id, ban: banned } = context.req.valid("json");
    const input = { userId: user_id, banned };
    const { name, act } = await room.do("ban", input, context.get("actor"));
    return context.json(done(`${banned ? "Banned" : "Unbanned"} ${name}`, act), 200);
  });
  calls.openapi(role, async (context) => {
    const { user_id: userId, admin, moderator } = context.req.valid("json");
    const actor = context.get("actor");
    const said: string[] = [];
    if (admin !== undefined) {
      const name = await room.do("setAdmin", { userId, admin }, actor);
      said.push(`${name} is ${admin ? "now" : "no longer"} an admin`);
    }
    if (moderator !== undefined) {
      const name = await room.do("setModerator", { userId, moderator }, actor);
      said.push(`${name} is ${moderator ? "now" : "no longer"} a moderator`);
    }
    return context.json({ message: said.join(", and ") }, 200);
  });
  addAccountCalls(calls, parts);
  return calls;
}
